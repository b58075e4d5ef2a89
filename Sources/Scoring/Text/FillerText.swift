/// Text that somebody filled in where a random token would stand.
enum FillerText {
    /// Random text of 16 characters has fewer distinct ones than this with a probability below 1 in 100,000, even of
    /// hexadecimal digits.
    private static let fewestDistinct = 5
    private static let longestRepeat = 6
    private static let longestSequence = 7

    /// True if `range` repeats a character, counts up (`1234567`, `abcdefg`), has few distinct characters, or says that
    /// it is an example.
    ///
    /// - Complexity: O(n), without allocation.
    static func isFiller(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var (repeated, ascending) = (1, 1)
        var seen: UInt128 = 0
        for index in range {
            let byte = text[index]
            seen |= 1 << UInt128(byte & 0x7F)
            if index > range.lowerBound {
                let previous = text[index - 1]
                repeated = byte == previous ? repeated + 1 : 1
                ascending = byte == previous &+ 1 ? ascending + 1 : 1
                if repeated > longestRepeat || ascending > longestSequence { return true }
            }
            if byte | 0x20 == UInt8(ascii: "e"), saysExample(text, at: index, before: range.upperBound) { return true }
        }
        return seen.nonzeroBitCount < fewestDistinct
    }

    private static func saysExample(_ text: Span<UInt8>, at start: Int, before end: Int) -> Bool {
        let word = "example".utf8.span
        guard end - start >= word.count else { return false }
        for offset in word.indices where text[start + offset] | 0x20 != word[offset] { return false }
        return true
    }
}
