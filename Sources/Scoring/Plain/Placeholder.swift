/// Tells what people write where a credential will be from what an issuer makes.
///
/// | test | share of random values |
/// |---|---|
/// | 6 equal characters in a row, among the last 24 | under 1 in 30,000 of 32 hexadecimal digits |
/// | 7 characters in ascending or descending order, among the last 24 | under 1 in 100,000 |
/// | the last 16 characters or more repeat a text of at most half of them | under 1 in 10^9 |
/// | at most 4 different characters among the last 16 | under 1 in 10^6 of hexadecimal digits |
/// | a word such as `example` or `changeme` | under 1 in 10,000 |
enum Placeholder {
    private static let tail = 16

    /// Each fits into its own 16 bytes, so none is allocated.
    private static let words = [
        "example", "sample", "dummy", "placeholder", "changeme", "change_me", "change-me", "redacted", "your", "foobar",
        "xxxx",
    ]

    /// - Complexity: O(n) in the length of the value.
    static func isOne(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
        isMonotonous(text, value) || isRepetition(text, value) || holdsWord(text, value)
    }

    /// The same of a part of a credential that is all random, however short.
    ///
    /// Of 16 hexadecimal digits, 5 or fewer are met once in 40,000 texts.
    static func isOne(_ part: some Collection<UInt8>) -> Bool {
        let text = Array(part)
        return Set(text).count < (text.count < tail ? 4 : 6) || isOne(text.span, 0..<text.count)
    }

    private static func isMonotonous(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
        var (equal, rising, falling) = (1, 1, 1)
        // Some tokens begin with a long run of one letter.
        for position in value.suffix(tail + 8).dropFirst() {
            let step = Int(text[position]) - Int(text[position - 1])
            equal = step == 0 ? equal + 1 : 1
            rising = step == 1 ? rising + 1 : 1
            falling = step == -1 ? falling + 1 : 1
            if equal >= 6 || rising >= 7 || falling >= 7 { return true }
        }
        guard value.count >= tail else { return false }
        var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for position in value.suffix(tail) {
            let bit: UInt64 = 1 << UInt64(text[position] & 63)
            switch text[position] >> 6 {
            case 0: seen.0 |= bit
            case 1: seen.1 |= bit
            case 2: seen.2 |= bit
            default: seen.3 |= bit
            }
        }
        let kinds =
            seen.0.nonzeroBitCount + seen.1.nonzeroBitCount + seen.2.nonzeroBitCount + seen.3.nonzeroBitCount
        return kinds <= 4
    }

    /// Whether the end of the value is a text of at most 16 characters, written twice or more often.
    private static func isRepetition(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
        guard value.count >= tail else { return false }
        for period in 1...tail where value.count >= 2 * period {
            let compared = max(tail - period, period)
            let end = value.upperBound
            if (end - compared..<end).allSatisfy({ text[$0] == text[$0 - period] }) { return true }
        }
        return false
    }

    private static func holdsWord(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
        for position in value where startsWord(text[position]) {
            for index in words.indices where holds(words[index], text, position..<value.upperBound) { return true }
        }
        return false
    }

    private static func startsWord(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "p"),
            UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private static func holds(_ word: String, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let letters = word.utf8.span
        guard range.count >= letters.count else { return false }
        for offset in letters.indices {
            let byte = text[range.lowerBound + offset]
            let folded = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            if folded != letters[offset] { return false }
        }
        return true
    }
}
