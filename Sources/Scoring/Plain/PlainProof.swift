import Findings

/// Judges what no proof speaks about: the rule's confidence holds, unless the value reads as words or as a stand-in.
///
/// | value | verdict | score |
/// |---|---|---|
/// | looks random | plausible | the rule's confidence |
/// | no digit, no five consonants in a row, one case prevails: all among the last 24 | plausible | 0.4 times that |
/// | a stand-in (`Placeholder`) | plausible | a tenth of that |
enum PlainProof {
    private static let tail = 24

    /// Random letters in both cases have more than this of either.
    private static let fewLetters = 4

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        if Placeholder.isOne(text, secret) { return Judgement(verdict: .plausible, score: confidence * 0.1) }
        return Judgement(verdict: .plausible, score: readsAsWords(text, secret) ? confidence * 0.4 : confidence)
    }

    /// Of random values with digits, one in 70 at most has none at this length.
    private static func readsAsWords(_ text: Span<UInt8>, _ secret: Range<Int>) -> Bool {
        guard secret.count >= tail else { return false }
        var (upper, lower, consonants) = (0, 0, 0)
        for position in secret.suffix(tail) {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): lower += 1
            default: break
            }
            consonants = isConsonant(byte | 0x20) ? consonants + 1 : 0
            if consonants == 5 { return false }
        }
        return min(upper, lower) <= fewLetters
    }

    private static func isConsonant(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            false
        default: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
        }
    }
}
