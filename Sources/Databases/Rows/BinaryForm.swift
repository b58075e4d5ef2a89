/// How a BLOB is to be told.
enum BinaryForm {
    /// As the text that it is.
    case text

    /// As the text that it is in UTF-16.
    case wideText

    /// In hexadecimal digits: a short one, such as a key or a hash.
    case digits

    /// As it stands, between texts: its own texts stand beside the name of the column then.
    case asIs

    /// As a part of its own.
    case part

    /// Where files begin to be likely, in bytes.
    private static let fileSize = 4 << 10

    /// Shorter ones are no files.
    private static let shortestFile = 64

    /// Printable bytes in a row that are a text worth reading.
    private static let shortestText = 16

    /// - Parameters:
    ///   - bytes: the whole value, not empty.
    ///   - isFile: whether it is something that can be opened; asked of values too short to be a part otherwise.
    /// - Complexity: O(n) in the length of what is short or text, and constant for most else.
    init(_ bytes: Span<UInt8>, isFile: (Span<UInt8>) -> Bool) {
        if StoredText.isText(bytes) {
            self = .text
        } else if StoredText.isWideText(bytes) {
            self = .wideText
        } else if bytes.count >= Self.fileSize || bytes.count >= Self.shortestFile && isFile(bytes) {
            self = .part
        } else if bytes.count < Self.shortestFile, !Self.hasText(bytes) {
            self = .digits
        } else {
            self = .asIs
        }
    }

    private static func hasText(_ bytes: Span<UInt8>) -> Bool {
        var run = 0
        for index in bytes.indices {
            run = (0x20..<0x7F).contains(bytes[index]) ? run + 1 : 0
            if run == shortestText { return true }
        }
        return false
    }
}
