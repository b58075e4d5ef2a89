/// The text of a message's RTF: HTML or plain text if it was made of that, else its text.
final class RichTextContent: PartContent {
    let form: RichTextForm
    private let decompressor: RichTextDecompressor
    private var converter: RichTextConverter
    private var beginning: [UInt8]?
    private var isAtEnd = false

    /// - Throws: what is wrong with the beginning of the RTF.
    init(_ bytes: any StoredBytes) throws(OutlookError) {
        decompressor = try RichTextDecompressor(bytes)
        let beginning = try decompressor.next() ?? []
        self.beginning = beginning
        form = RichTextForm(Array(beginning.prefix(4096)))
        converter = RichTextConverter(form: form)
    }

    var size: Int? { nil }

    func next() throws(OutlookError) -> [UInt8]? {
        while !isAtEnd {
            var output: [UInt8] = []
            if let first = beginning {
                beginning = nil
                converter.convert(first, into: &output)
            } else if let piece = try decompressor.next() {
                converter.convert(piece, into: &output)
            } else {
                isAtEnd = true
            }
            if !output.isEmpty { return output }
        }
        return nil
    }
}
