/// Tells an AWS secret access key from other things of 40 characters.
///
/// A key is 40 uniform symbols of base64 and has no checksum, so the judgement is a test of the
/// hypothesis "these symbols are uniform": six statistics, each with a limit that refuses a
/// fixed share of random keys. The limits are quantiles over 8,000,000 random keys; they owe
/// nothing to the look-alikes, so recall is the same on any data:
///
/// | | alone | beside a keyword or a key id |
/// |---|---|---|
/// | 1,000,000 random keys that pass | 99.387 % (99.372–99.402) | 99.973 % (99.970–99.976) |
/// | 1,369,391 look-alikes that pass | 56: 1 in 24,000 | 1,447: 1 in 946 |
///
/// Measured by `Benchmarks/judgement` (its README has the kinds, the sources and what is known
/// to pass), on a fold of linux-6.1, git and four list archives that trained nothing.
///
/// What no test of 40 bytes can do: tell a key from another random token of 40 symbols, or from
/// a slice of longer base64 without its surroundings.
public enum SecretKeyJudge {
    /// Judges the candidate that stands at `candidate` in `window`.
    ///
    /// - Parameters:
    ///   - window: The candidate with up to 128 bytes on either side; fewer are right only at
    ///     the ends of the text. Without surroundings the candidate is judged by itself.
    ///   - candidate: Byte offsets in `window`, half-open. What is not 40 symbols is `.malformed`.
    /// - Complexity: constant; nothing is allocated. 2 µs for the average look-alike,
    ///     4 µs for a key.
    public static func judge(_ window: Span<UInt8>, candidate: Range<Int>) -> SecretKeyJudgement {
        guard let symbols = SecretKeySymbols(window, candidate) else {
            return SecretKeyJudgement(refusedFor: .malformed)
        }
        let surroundings = SecretKeySurroundings(window, candidate)
        if let objection = surroundings.objection { return SecretKeyJudgement(refusedFor: objection) }
        let entropy = SecretKeyStatistics.entropy(symbols)
        let text = SecretKeyStatistics.text(symbols)
        let kind = kind(of: symbols)
        var margin = SecretKeyLimits.text.margin(text + entropy)
        // A digest, beyond doubt: in a git history nearly every candidate is one.
        if margin < 0, kind == .hexDigest {
            return SecretKeyJudgement(margin: margin, objection: kind, weakObjection: nil)
        }
        let encoded = SecretKeyStatistics.encoded(symbols)
        let repetition = SecretKeyStatistics.repetition(symbols)
        // The three are likelihood ratios against the same chance: the least explains the symbols best.
        var objection = kind
        if repetition < SecretKeyLimits.repetition.alone, 16 * repetition < min(text, encoded) {
            objection = .repetition
        } else if encoded < SecretKeyLimits.encoded.alone, encoded < text {
            objection = .encodedText
        }
        margin = min(margin, SecretKeyLimits.encoded.margin(encoded), SecretKeyLimits.repetition.margin(repetition))
        func weigh(_ limits: SecretKeyLimits, _ value: Int32, _ reason: SecretKeyObjection) {
            let next = limits.margin(value)
            if margin >= 64, next < margin { objection = reason }
            margin = min(margin, next)
        }
        weigh(.symbols, entropy, .lowEntropy)
        weigh(.classes, SecretKeyStatistics.classes(symbols), .unevenClasses)
        weigh(.changes, SecretKeyStatistics.changes(symbols), .longClassRuns)
        return SecretKeyJudgement(margin: margin, objection: objection, weakObjection: surroundings.weakObjection)
    }

    /// What 40 symbols are that read like text.
    private static func kind(of symbols: SecretKeySymbols) -> SecretKeyObjection {
        var upper = 0, lower = 0, digits = 0, slashes = 0, beyondHex = 0
        for i in 0..<SecretKeySymbols.count {
            let symbol = symbols[i]
            switch SecretKeySymbols.characterClass(symbol) {
            case 0:
                upper += 1
                if symbol > 5 { beyondHex += 1 }
            case 1:
                lower += 1
                if symbol > 31 { beyondHex += 1 }
            case 2: digits += 1
            default: slashes += 1
            }
        }
        if digits == SecretKeySymbols.count { return .decimalDigits }
        if slashes + beyondHex == 0, upper == 0 || lower == 0 { return .hexDigest }
        if slashes > 0 { return .path }
        return digits == 0 && (upper == 0 || lower == 0) ? .words : .identifier
    }
}
