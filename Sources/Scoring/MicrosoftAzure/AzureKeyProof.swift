import Checksums
import Findings

/// Judges the keys that Azure makes recognisable: `+ASt` in a Storage key, `ACDb` in one of Cosmos DB, and so on.
///
/// | key | verdict | score |
/// |---|---|---|
/// | its check holds for a use of the key | proven | 0.97 |
/// | its check fails | plausible | 0.6, or the rule's if lower |
/// | no signature where it should stand | impossible | |
///
/// Escapes are undone first: `%2B`, `\u002B`, `\/`. Microsoft publishes the check as source, and no vector.
enum AzureKeyProof {
    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        guard SpelledText.hasEscapes(text, secret) else {
            return judge(text.extracting(secret), confidence: confidence)
        }
        let key = SpelledText.undone(text, secret)
        return judge(key.span, confidence: confidence)
    }

    private static func judge(_ key: Span<UInt8>, confidence: Float) -> Judgement {
        guard AzureKeyCheck.hasSignature(key) else { return .impossible }
        return AzureKeyCheck.kind(key) == nil
            ? CheckedTokenProof.failed(key, behind: 0, confidence: confidence)
            : Judgement(verdict: .proven, score: CheckedTokenProof.provenScore)
    }

    static func facts(_ secret: [UInt8]) -> (reason: String, details: [Finding.Detail]) {
        let key = SpelledText.undone(secret.span, 0..<secret.count)
        guard let first = AzureKeyCheck.candidates(key.span).first else { return ("has the shape of an Azure key", []) }
        let proven = AzureKeyCheck.kind(key.span)
        var details = [Finding.Detail(name: "service", value: (proven ?? first).service)]
        if let use = proven?.use { details.append(Finding.Detail(name: "use", value: use)) }
        return (CheckedTokenProof.reason("Azure", "\(first.service) key", proven != nil), details)
    }
}
