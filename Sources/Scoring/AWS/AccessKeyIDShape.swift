/// Tells sixteen random base32 characters from what people and programs write behind `AKIA`: words and placeholders.
///
/// A random id is uniform over 32 characters, six of them digits. Words have no digits, spare J, Q, X and Z, and
/// alternate vowels and consonants. Each test below is rare among uniform ids; `AccessKeyIDTests` measures the sum of
/// them on 200,000 seeded ids, of which 99.6 % are taken for random.
///
/// | test | share of uniform ids, in 10,000 |
/// |---|---|
/// | at most 8 different characters | 8 |
/// | 4 equal characters in a row | 4 |
/// | 5 characters in ascending or descending order, or of a keyboard row | under 1 |
/// | a word such as `EXAMPLE` or `FAKE` | under 1 |
/// | letters only, no 5 consonants in a row, and more likely as English than as random | 22 |
///
/// That a constant has a digit, or is mostly rare letters, lets it pass: the price of losing so few real ids.
enum AccessKeyIDShape {
    case random

    /// Reads as English: a constant, or one random id in some hundred.
    case wordLike

    /// No one was issued this.
    case placeholder

    private static let length = 16

    /// - Precondition: the sixteen bytes from `start` are base32 (`AccessKeyID` checks it).
    init(_ text: Span<UInt8>, from start: Int) {
        if Self.isMonotonous(text, start) || Self.holdsPlaceholderWord(text, start) {
            self = .placeholder
        } else {
            self = Self.readsAsWords(text, start) ? .wordLike : .random
        }
    }

    /// Few different characters, or a run of equal or neighbouring ones.
    private static func isMonotonous(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var seen: UInt64 = 0
        var (equal, rising, falling) = (1, 1, 1)
        for offset in 0..<length {
            let byte = text[start + offset]
            seen |= 1 << UInt64(byte & 63)
            guard offset > 0 else { continue }
            let step = Int(byte) - Int(text[start + offset - 1])
            equal = step == 0 ? equal + 1 : 1
            rising = step == 1 ? rising + 1 : 1
            falling = step == -1 ? falling + 1 : 1
            if equal >= 4 || rising >= 5 || falling >= 5 { return true }
        }
        return seen.nonzeroBitCount <= 8
    }

    private static func holdsPlaceholderWord(_ text: Span<UInt8>, _ start: Int) -> Bool {
        let range = start..<start + length
        return text.firstIndex(of: "EXAMPLE", in: range) != nil || text.firstIndex(of: "SAMPLE", in: range) != nil
            || text.firstIndex(of: "FAKE", in: range) != nil || text.firstIndex(of: "DUMMY", in: range) != nil
            || text.firstIndex(of: "TEST", in: range) != nil || text.firstIndex(of: "REDACTED", in: range) != nil
            || text.firstIndex(of: "PLACEHOLDER", in: range) != nil || text.firstIndex(of: "QWERT", in: range) != nil
            || text.firstIndex(of: "ASDFG", in: range) != nil || text.firstIndex(of: "ACCESSKEY", in: range) != nil
            || text.firstIndex(of: "YOURKEY", in: range) != nil
    }

    /// Letters only, pronounceable, and more likely under English letter frequencies than under 32 equal ones.
    private static func readsAsWords(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var ratio = 0
        var consonants = 0
        for offset in 0..<length {
            let byte = text[start + offset]
            guard byte >= UInt8(ascii: "A") else { return false }
            ratio += Int(log2Ratio[Int(byte - UInt8(ascii: "A"))])
            consonants = isVowel(byte) ? 0 : consonants + 1
            if consonants >= 5 { return false }
        }
        return ratio > 0
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "U"),
            UInt8(ascii: "Y"):
            true
        default: false
        }
    }

    /// 16 · log2(32 · p) for the letters A to Z, p the letter's share in English text.
    private static let log2Ratio: InlineArray<26, Int8> = [
        22, -14, 6, 7, 31, -7, -10, 3, 19, -70, -29, 7, -3, 18, 19, -3, -70, 16, 18, 24, -2, -26, -13, -42, -12, -64,
    ]
}
