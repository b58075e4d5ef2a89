import Findings

/// Judges what is given to a name that speaks of a secret, by a model of what people take for one.
///
/// The score is a probability: of the values that get a score, that share was labelled as a secret. A stand-in for a
/// secret (`Placeholder`, `WrittenPattern`) gets `placeholderScore` at most. A throwaway (`ThrowawayPassword`) may well
/// be a password in use, so it is told, with low severity.
enum AssignedValueProof {
    /// Below medium confidence.
    private static let placeholderScore: Float = 0.4

    /// - Parameters:
    ///   - confidence: the greatest score.
    ///   - file: what the path of the blob says.
    static func judge(
        _ window: Span<UInt8>, match: Range<Int>, secret: Range<Int>, confidence: Float, file: FileKind
    ) -> Judgement {
        guard !isLeftToLaterKeyword(window, keyword: match.lowerBound, before: secret.lowerBound) else {
            return Judgement(verdict: .plausible, score: 0)
        }
        let measured = AssignmentFeatures(window, match: match, secret: secret, file: file)
        var features = FeatureVector()
        measured.write(window, to: &features)
        var score = min(confidence, AssignmentModel.probability(features))
        guard score >= Confidence.low.floor else { return Judgement(verdict: .plausible, score: 0) }
        if score > placeholderScore, measured.isPlaceholder || WrittenPattern.isIn(window, secret) {
            score = placeholderScore
        }
        let isThrowaway = ThrowawayPassword.isOne(SpelledText.undone(window, secret))
        return Judgement(verdict: .plausible, score: score, severityLimit: isThrowaway ? .low : nil)
    }

    /// Whether the name ends with another keyword of the same rule, which leads to the same value: one judgement is
    /// enough for `client_secret_key`.
    private static func isLeftToLaterKeyword(_ window: Span<UInt8>, keyword: Int, before end: Int) -> Bool {
        switch window[keyword].lowercased {
        case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "k"), UInt8(ascii: "a"), UInt8(ascii: "c"): break
        default: return false
        }
        var nameEnd = keyword
        while nameEnd < end, window[nameEnd].isNamePart { nameEnd += 1 }
        return lastKeywords.contains { word in
            let start = nameEnd - word.utf8.count
            return start > keyword && word.utf8.enumerated().allSatisfy { window[start + $0].lowercased == $1 }
        }
    }

    private static let lastKeywords = ["secret", "token", "key"]

    static func reason(_ secret: [UInt8]) -> String {
        let throwaway = ThrowawayPassword.isOne(secret) ? ", though it reads like a placeholder or a throwaway" : ""
        return "is given to a name that speaks of a secret, and looks like one\(throwaway)"
    }
}

extension AssignmentFeatures {
    /// Writes the features of a value as the model is asked with them: for training, and to look at.
    ///
    /// - Parameters:
    ///   - match: begins with the keyword; in `window`, as `secret`.
    public static func write<Sink: FeatureSink & ~Copyable>(
        _ window: Span<UInt8>, match: Range<Int>, secret: Range<Int>, file: FileKind, to sink: inout Sink
    ) {
        AssignmentFeatures(window, match: match, secret: secret, file: file).write(window, to: &sink)
    }
}
