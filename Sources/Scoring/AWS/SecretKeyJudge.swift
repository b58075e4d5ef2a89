/// Tells an AWS secret access key from other things of 40 characters.
public enum SecretKeyJudge {
    public static func judge(_ window: Span<UInt8>, candidate: Range<Int>) -> SecretKeyJudgement {
        guard let symbols = SecretKeySymbols(window, candidate) else { return SecretKeyJudgement(refusedFor: .malformed) }
        let surroundings = SecretKeySurroundings(window, candidate)
        if let objection = surroundings.objection { return SecretKeyJudgement(refusedFor: objection) }
        var margin = SecretKeyLimits.text.margin(SecretKeyStatistics.text(symbols))
        var objection = kind(of: symbols)
        // Most look-alikes are text beyond doubt: no other test could clear them.
        if margin < 0 {
            return SecretKeyJudgement(margin: margin, objection: objection, weakObjection: surroundings.weakObjection)
        }
        func weigh(_ limits: SecretKeyLimits, _ value: Int32, _ reason: SecretKeyObjection) {
            let next = limits.margin(value)
            if next < margin {
                margin = next
                objection = reason
            }
        }
        weigh(.encoded, SecretKeyStatistics.encoded(symbols), .encodedText)
        weigh(.repetition, SecretKeyStatistics.repetition(symbols), .repetition)
        weigh(.symbols, SecretKeyStatistics.entropy(symbols), .lowEntropy)
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
