/// An attachment of a message, whatever holds it.
struct OutlookAttachment {
    enum Content {
        case data(any StoredBytes)
        case message(any MessageOpener)

        /// The streams of an object, by their names.
        case streams([(name: String, data: any StoredBytes)])

        /// It is a link, or its data is missing.
        case absent
    }

    var properties: PropertyBag
    var content: Content
    var offset: Int
}
