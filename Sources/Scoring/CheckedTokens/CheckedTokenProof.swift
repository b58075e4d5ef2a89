import Checksums
import Findings

/// Judges tokens that end with a check of what stands in front of it.
///
/// | token | verdict | score |
/// |---|---|---|
/// | its check holds | proven | 0.97 |
/// | its check fails, and all tokens of its kind have one | impossible | |
/// | its check fails, and not all tokens of its kind must have one | plausible | 0.6, or the rule's if lower |
/// | the same, and filled in by hand | plausible | 0.1 |
/// | neither prefix nor length of a kind | impossible | |
///
/// Escapes are undone first: `\=`, `%3D`, `\u003d`.
enum CheckedTokenProof {
    static let provenScore: Float = 0.97
    static let failedScore: Float = 0.6
    static let fillerScore: Float = 0.1

    static func judge(
        _ family: CheckedTokenFamily, _ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float
    ) -> Judgement {
        guard SpelledText.hasEscapes(text, secret) else {
            return judge(family, text.extracting(secret), confidence: confidence)
        }
        let token = SpelledText.undone(text, secret)
        return judge(family, token.span, confidence: confidence)
    }

    /// - Parameter token: all of the token, its escapes undone.
    static func judge(_ family: CheckedTokenFamily, _ token: Span<UInt8>, confidence: Float) -> Judgement {
        guard let form = family.form(of: token) else { return .impossible }
        if family.check.holds(token) { return Judgement(verdict: .proven, score: provenScore) }
        return form.isHard ? .impossible : failed(token, behind: form.prefix.utf8.count, confidence: confidence)
    }

    /// The judgement of a token whose check fails although it need not be one that has a check.
    ///
    /// - Parameter prefixLength: the bytes of `token` that are the same in every token.
    static func failed(_ token: Span<UInt8>, behind prefixLength: Int, confidence: Float) -> Judgement {
        let body = min(prefixLength, token.count)..<token.count
        let score = FillerText.isFiller(token, body) ? fillerScore : min(failedScore, confidence)
        return Judgement(verdict: .plausible, score: score)
    }

    static func facts(_ family: CheckedTokenFamily, _ secret: [UInt8]) -> (reason: String, details: [Finding.Detail]) {
        let token = SpelledText.undone(secret.span, 0..<secret.count)
        guard let form = family.form(of: token.span) else { return (reason(family.issuer, "token", false), []) }
        let details = [Finding.Detail(name: "kind", value: form.kind)] + form.details
        return (reason(family.issuer, form.kind, family.check.holds(token.span)), details)
    }

    static func reason(_ issuer: String, _ kind: String, _ holds: Bool) -> String {
        let article = issuer.first.map { "AEIOn".contains($0) } == true ? "an" : "a"
        return holds
            ? "carries the check digits of \(article) \(issuer) \(kind)"
            : "has the shape of \(article) \(issuer) \(kind), but no check digits hold"
    }
}
