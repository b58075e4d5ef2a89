extension ChatKind {
    /// Bytes that are enough to tell.
    public static let detectionLength = 4096

    /// Of which service messages are, by the first bytes of a content; `nil` if they are none.
    ///
    /// - Parameter first: The first 4096 bytes, or all there are.
    /// - Complexity: O(1): no more than 4096 bytes are looked at, and of what is no JSON only the first one.
    public static func detect(_ first: Span<UInt8>) -> ChatKind? {
        let end = min(first.count, detectionLength)
        var index = first.hasText("\u{FEFF}", at: 0) ? 3 : 0
        while index < end, first[index] <= 0x20 { index += 1 }
        guard index < end, first[index] == 0x5B || first[index] == 0x7B else { return nil }
        guard mayHaveMessages(first, index..<end) else { return nil }
        var lexer = JSONLexer(limit: 255)
        var evidence = ChatEvidence()
        while index < end, let token = lexer.next(first, &index, end) {
            if let kind = evidence.take(token, lexer) { return kind }
        }
        return nil
    }

    /// Whether a string begins with a word that messages of both services have: most JSON has none.
    private static func mayHaveMessages(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            index = bytes.firstIndex(of: 0x22, in: index..<range.upperBound) + 1
            guard index + 7 <= range.upperBound else { break }
            if bytes[index] == 0x6D, bytes.hasText("message", at: index) { return true }
        }
        return false
    }
}
