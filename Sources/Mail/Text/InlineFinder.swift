/// Finds where in a text something encoded begins: only at the start of a line.
struct InlineFinder {
    /// The longest first line of it.
    private static let longestLine = 512

    private var isLineStart = true

    /// Looks at text until something begins.
    ///
    /// - Returns: the end of what is text for certain, and what begins there.
    /// - Complexity: O(n); only lines that begin like one are looked at.
    mutating func scan(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool
    ) -> (passed: Int, found: InlinePart?) {
        var index = range.lowerBound
        var atStart = isLineStart
        while index < range.upperBound {
            if atStart, bytes[index] == 0x62 || bytes[index] == 0x3D || bytes[index] == 0x2D {
                let limit = min(range.upperBound, index + Self.longestLine)
                let end = bytes.firstIndex(of: 0x0A, in: index..<limit)
                if end == range.upperBound, !isLast, end - index < Self.longestLine, isCandidate(bytes, index..<end) {
                    isLineStart = true
                    return (index, nil)
                }
                if end < limit || isLast, let part = Self.part(bytes, index..<end, next: min(end + 1, limit)) {
                    isLineStart = true
                    return (index, part)
                }
            }
            index = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound) + 1
            atStart = true
        }
        if !range.isEmpty { isLineStart = bytes[range.upperBound - 1] == 0x0A }
        return (range.upperBound, nil)
    }

    /// Whether a line of which the end is not known yet may begin something.
    private func isCandidate(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        for text in ["begin", "=ybegin", "-----begin pgp message"] {
            let count = min(line.count, text.utf8.count)
            if bytes.hasText(String(decoding: Array(text.utf8).prefix(count), as: UTF8.self), at: line.lowerBound) {
                return true
            }
        }
        return false
    }

    private static func part(_ bytes: Span<UInt8>, _ line: Range<Int>, next: Int) -> InlinePart? {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        let start = line.lowerBound
        if bytes.hasText("=ybegin ", at: start) {
            var index = start + 8
            while index < end, !bytes.hasText(" name=", at: index) { index += 1 }
            let name = min(index + 6, end)..<end
            return InlinePart(kind: .yEnc, name: name.isEmpty ? [] : clean(bytes, name), headLength: next - start)
        }
        if bytes.hasText("-----begin pgp message-----", at: start) {
            return InlinePart(kind: .pgp, mediaType: "application/pgp-encrypted")
        }
        let isBase64 = bytes.hasText("begin-base64 ", at: start)
        guard isBase64 || bytes.hasText("begin ", at: start) else { return nil }
        var index = start + (isBase64 ? 13 : 6)
        let mode = index
        while index < end, bytes[index] >= 0x30, bytes[index] <= 0x37 { index += 1 }
        guard index - mode >= 3, index - mode <= 4, index + 1 < end, bytes[index] == 0x20 else { return nil }
        return InlinePart(
            kind: isBase64 ? .base64 : .uu, name: clean(bytes, index + 1..<end), headLength: next - start)
    }

    private static func clean(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        bytes.bytes(in: range).filter { $0 != 0 }
    }
}
