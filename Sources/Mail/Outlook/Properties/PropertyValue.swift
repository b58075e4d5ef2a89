/// The value of a property.
enum PropertyValue {
    /// A number, truth value or time, as up to eight bytes.
    case number(UInt64)

    /// A text, bytes, or an object.
    case data(any StoredBytes)

    /// A list of texts or of bytes.
    case list([any StoredBytes])
}
