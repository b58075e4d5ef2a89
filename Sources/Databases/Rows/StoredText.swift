/// What the bytes of a BLOB are, and of a text that is in another encoding.
enum StoredText {
    /// Whether bytes are text that was stored as a BLOB: UTF-8 without control characters that no text has.
    ///
    /// - Complexity: O(n); other bytes are mostly told by the first few of them.
    static func isText(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where isControl(bytes[index]) { return false }
        return (try? UTF8Span(validating: bytes)) != nil
    }

    /// Whether bytes are UTF-16 (the lower byte first) of Latin letters alone, as browsers keep what pages store.
    static func isWideText(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return false }
        var index = 0
        while index < bytes.count {
            guard bytes[index + 1] == 0, !isControl(bytes[index]) else { return false }
            index += 2
        }
        return true
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        // TAB, LF, VT, FF, CR, ESC.
        byte < 0x20 ? !((9...13).contains(byte) || byte == 0x1B) : byte == 0x7F
    }
}
