/// A text in 8 bits, read by its charset as a part of mail is: what is ASCII in it is ASCII behind it.
final class ConvertedContent: PartContent {
    private let bytes: any StoredBytes
    private let charset: MailCharset
    private var converter: CharsetConverter
    private var position = 0

    /// What the last piece ended with, and could not be told.
    private var rest: [UInt8] = []
    private var isAtEnd = false

    init(_ bytes: any StoredBytes, _ charset: MailCharset) {
        self.bytes = bytes
        self.charset = charset
        converter = CharsetConverter(charset)
    }

    var size: Int? { nil }

    func next() throws(OutlookError) -> [UInt8]? {
        while !isAtEnd {
            let piece = try bytes.bytes(from: position, limit: 1 << 16)
            if position == 0, isPlain(piece) { converter = CharsetConverter(.utf8) }
            position += piece.count
            isAtEnd = piece.isEmpty
            let input = rest + piece
            var output = ByteBuffer()
            let taken = converter.convert(input.span, 0..<input.count, isLast: isAtEnd, into: &output)
            rest = Array(input[taken...])
            if !output.isEmpty { return Array(output.storage[output.start..<output.end]) }
        }
        return nil
    }

    /// Whether bytes are said to be EBCDIC and are not: its letters and digits are all above 0x80.
    private func isPlain(_ piece: [UInt8]) -> Bool {
        guard case .ebcdic = charset else { return false }
        return piece.allSatisfy { $0 < 0x80 } && piece.contains { $0.isAlphanumeric }
    }
}
