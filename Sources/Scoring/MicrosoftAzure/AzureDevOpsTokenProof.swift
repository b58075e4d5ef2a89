import Checksums
import Findings

/// Judges personal access tokens of Azure DevOps that have 52 characters of base32.
///
/// | token | verdict | score |
/// |---|---|---|
/// | its check holds | proven | 0.97 |
/// | its check fails | plausible | 0.6, or the rule's if lower |
/// | the same, and filled in by hand | plausible | 0.1 |
///
/// Microsoft publishes the check as source, and no vector.
enum AzureDevOpsTokenProof {
    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        let token = text.extracting(secret)
        return AzureDevOpsCheck.kind(token) == nil
            ? CheckedTokenProof.failed(token, behind: 0, confidence: confidence)
            : Judgement(verdict: .proven, score: CheckedTokenProof.provenScore)
    }

    static func facts(_ token: Span<UInt8>) -> (reason: String, details: [Finding.Detail]) {
        let kind = AzureDevOpsCheck.kind(token)
        var details = [Finding.Detail(name: "kind", value: "personal access token")]
        switch kind {
        case .user: details.append(Finding.Detail(name: "made_by", value: "user"))
        case .application: details.append(Finding.Detail(name: "made_by", value: "application"))
        case nil: break
        }
        return (CheckedTokenProof.reason("Azure DevOps", "personal access token", kind != nil), details)
    }
}
