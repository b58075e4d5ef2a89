/// An object that has a number, and where the bytes of its stream are.
struct IndirectObject {
    enum Stream {
        /// In the file.
        case file(Range<Int>)

        /// libqpdf has to decrypt them.
        case encrypted(number: Int, generation: Int)
    }

    let number: Int
    let value: PDFObject

    /// `nil`: it is no stream.
    let stream: Stream?

    /// Of the stream, or the value itself; empty if it is something else.
    var dictionary: [String: PDFObject] { value.entries ?? [:] }
}
