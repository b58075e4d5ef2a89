import Checksums
import Findings

/// Judges client secrets of Microsoft Entra ID, with `8Q~` or `7Q~` behind the first three characters.
///
/// | secret | verdict | score |
/// |---|---|---|
/// | `8Q~`, its check holds | proven | 0.95 |
/// | `8Q~`, its check fails | plausible | 0.6, or the rule's if lower |
/// | `7Q~`: no check | plausible | the rule's |
/// | not proven, and filled in by hand | plausible | 0.1 |
///
/// The check has three characters, of which the first is nearly always the same: one random text in some 18,000 passes.
/// Microsoft publishes it as source, and no vector.
enum EntraSecretProof {
    private static let provenScore: Float = 0.95

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        guard SpelledText.hasEscapes(text, secret) else {
            return judge(text.extracting(secret), confidence: confidence)
        }
        let value = SpelledText.undone(text, secret)
        return judge(value.span, confidence: confidence)
    }

    private static func judge(_ secret: Span<UInt8>, confidence: Float) -> Judgement {
        if hasCheck(secret), EntraSecretCheck.holds(secret) {
            return Judgement(verdict: .proven, score: provenScore)
        }
        let failed = CheckedTokenProof.failed(secret, behind: 0, confidence: confidence)
        let isFiller = failed.score == CheckedTokenProof.fillerScore
        return hasCheck(secret) || isFiller ? failed : Judgement(verdict: .plausible, score: confidence)
    }

    static func facts(_ text: Span<UInt8>, _ range: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        let value = SpelledText.undone(text, range)
        let details = [Finding.Detail(name: "kind", value: "client secret")]
        guard hasCheck(value.span) else { return ("has the shape of a Microsoft Entra client secret", details) }
        return (
            CheckedTokenProof.reason("Microsoft Entra", "client secret", EntraSecretCheck.holds(value.span)), details
        )
    }

    private static func hasCheck(_ secret: Span<UInt8>) -> Bool { secret.starts(with: "8Q~", at: 3) }
}
