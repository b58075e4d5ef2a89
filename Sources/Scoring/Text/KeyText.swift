/// Short texts that stand beside a key: comments, names, user IDs. They come from whoever made the file.
enum KeyText {
    /// Characters that are shown of one.
    private static let longest = 120

    /// The text without control characters, cut where it is long; `nil` if nothing is left.
    static func shown(_ bytes: some Collection<UInt8>) -> String? {
        // A character takes four bytes at most.
        let text = String(decoding: Array(bytes.prefix(4 * longest)), as: UTF8.self)
        let visible = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xFFFD }
        let shown = String(String.UnicodeScalarView(visible.prefix(longest)))
        return shown.allSatisfy(\.isWhitespace) ? nil : shown
    }
}
