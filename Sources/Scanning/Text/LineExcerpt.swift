/// The text around a secret on its line: what identifies its place when lines move.
enum LineExcerpt {
    /// At most `SegmentContext.excerpt` bytes on either side, blanks at the ends left out, the secret itself as `*`.
    static func make(around secret: Range<Int>, in text: Span<UInt8>) -> [UInt8] {
        var start = secret.lowerBound
        while start > max(0, secret.lowerBound - SegmentContext.excerpt), !isLineEnd(text[start - 1]) { start -= 1 }
        while start < secret.lowerBound, isBlank(text[start]) { start += 1 }
        var end = secret.upperBound
        while end < min(text.count, secret.upperBound + SegmentContext.excerpt), !isLineEnd(text[end]) { end += 1 }
        while end > secret.upperBound, isBlank(text[end - 1]) { end -= 1 }
        return Array(text, range: start..<secret.lowerBound) + [UInt8(ascii: "*")]
            + Array(text, range: secret.upperBound..<end)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
