import Findings

/// Judges secret access keys: forty characters without a checksum, so only statistics can speak. See `SecretKeyJudge`.
///
/// | what the statistics say | alone | beside a keyword, or in a pair |
/// |---|---|---|
/// | passes the limit for a key alone | 0.6 to 0.8, with the chance | the chance, up to 0.97 |
/// | passes the limit beside a keyword only | 0.1 | the chance, from 0.6 |
/// | passes neither | 0 | 0 |
/// | not forty characters of base64 | impossible | impossible |
///
/// Statistics prove nothing: what passes neither limit is of no confidence, but not impossible, and nothing is certain.
/// A key that stands alone may be another system's token, so it is never of high confidence.
enum SecretKeyProof {
    /// What the rule saw around the secret.
    enum Standing { case alone, besideKeyword, behindID }

    private static let mostCertain: Float = 0.97

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, standing: Standing) -> Judgement {
        guard let value = SecretKeyValue(text, secret) else { return .impossible }
        let bytes = value.bytes.span
        if PublishedExamples.isSecretKey(bytes, 0..<SecretKeyValue.length) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        // Where the rule has found the ends by other means than the bytes next to them (an escape, or the id in front),
        // these bytes say nothing, and the secret is judged by itself.
        let seesSurroundings = standing == .alone || standing == .besideKeyword && isBounded(text, secret)
        let statistics =
            secret.count == SecretKeyValue.length && seesSurroundings
            ? SecretKeyJudge.judge(text, candidate: secret)
            : SecretKeyJudge.judge(bytes, candidate: 0..<SecretKeyValue.length)
        guard statistics.passesBesideKeyword else { return Judgement(verdict: .plausible, score: 0) }
        let beside = min(mostCertain, statistics.scoreBesideKeyword)
        switch standing {
        case .alone:
            let alone = statistics.passesAlone ? 0.6 + 0.2 * statistics.scoreAlone : 0.1
            return Judgement(verdict: .plausible, score: alone, pairedScore: beside)
        case .besideKeyword, .behindID:
            return Judgement(verdict: .plausible, score: beside)
        }
    }

    /// Whether no letter or digit stands next to the secret.
    private static func isBounded(_ text: Span<UInt8>, _ secret: Range<Int>) -> Bool {
        let before = secret.lowerBound > 0 ? text[secret.lowerBound - 1] : 0
        let after = secret.upperBound < text.count ? text[secret.upperBound] : 0
        return !before.isAlphanumeric && !after.isAlphanumeric
    }

    static func reason(standing: Standing) -> String {
        switch standing {
        case .alone: "40 characters of random base64 that stand alone"
        case .besideKeyword: "40 characters of random base64 beside the name of a secret key"
        case .behindID: "40 characters of random base64 right behind a key id"
        }
    }
}
