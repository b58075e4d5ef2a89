import Findings

/// Judges secret access keys: forty characters without a checksum, so only statistics can speak. See `SecretKeyJudge`.
///
/// | what the statistics say | alone | beside a keyword | in a pair |
/// |---|---|---|---|
/// | passes the limit for a key alone | 0.55 | 0.93 | 0.95 |
/// | passes the limit beside a keyword only | 0.1 | 0.87 | 0.9 |
/// | passes neither | 0 | 0 | 0 |
/// | not forty characters of base64 | impossible | impossible | impossible |
///
/// Statistics prove nothing, so what passes neither limit is of no confidence, but not impossible.
enum SecretKeyProof {
    /// What the rule saw around the secret.
    enum Standing { case alone, besideKeyword }

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, standing: Standing) -> Judgement {
        guard let value = SecretKeyValue(text, secret) else { return .impossible }
        let bytes = value.bytes.span
        if PublishedExamples.isSecretKey(bytes, 0..<SecretKeyValue.length) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        // A secret that is spelled with escapes is judged without its surroundings: they are spelled too.
        let isSpelledOut = secret.count == SecretKeyValue.length
        let statistics =
            isSpelledOut
            ? SecretKeyJudge.judge(text, candidate: secret)
            : SecretKeyJudge.judge(bytes, candidate: 0..<SecretKeyValue.length)
        guard statistics.passesBesideKeyword else { return Judgement(verdict: .plausible, score: 0) }
        switch standing {
        case .alone:
            return statistics.passesAlone
                ? Judgement(verdict: .plausible, score: 0.55, pairedScore: 0.95)
                : Judgement(verdict: .plausible, score: 0.1, pairedScore: 0.9)
        case .besideKeyword:
            return statistics.passesAlone
                ? Judgement(verdict: .plausible, score: 0.93, pairedScore: 0.95)
                : Judgement(verdict: .plausible, score: 0.87, pairedScore: 0.9)
        }
    }

    static func reason(standing: Standing) -> String {
        switch standing {
        case .alone: "40 characters of random base64 that stand alone"
        case .besideKeyword: "40 characters of random base64 beside the name of a secret key"
        }
    }
}
