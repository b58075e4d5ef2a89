/// A text with its escapes undone.
enum SpelledText {
    /// True if `range` of `text` may spell a byte in another way than by itself.
    ///
    /// Complexity: O(n), without allocation.
    static func hasEscapes(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range {
            switch text[index] {
            case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "%"): return true
            default: break
            }
        }
        return false
    }

    /// The bytes that `range` of `text` means: see `SpelledByte`.
    ///
    /// Complexity: O(n), one allocation.
    static func undone(
        _ text: Span<UInt8>, _ range: Range<Int>, percent: SpelledByte.Percent = .undone
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = SpelledByte(in: text, at: position, before: range.upperBound, percent: percent)
            result.append(byte.value)
            position += byte.length
        }
        return result
    }
}
