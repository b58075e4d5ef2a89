import Scoring

/// The text around a secret on its line: what identifies its place when lines move.
enum LineExcerpt {
    /// At most `SegmentContext.excerpt` bytes on either side, blanks at the ends left out, the secret itself as `*`.
    static func make(around secret: Range<Int>, in text: Span<UInt8>) -> [UInt8] {
        var start = secret.lowerBound
        while start > max(0, secret.lowerBound - SegmentContext.excerpt), !text[start - 1].isLineEnd { start -= 1 }
        while start < secret.lowerBound, text[start].isBlank { start += 1 }
        var end = secret.upperBound
        while end < min(text.count, secret.upperBound + SegmentContext.excerpt), !text[end].isLineEnd { end += 1 }
        while end > secret.upperBound, text[end - 1].isBlank { end -= 1 }
        return Array(text, range: start..<secret.lowerBound) + [UInt8(ascii: "*")]
            + Array(text, range: secret.upperBound..<end)
    }
}
