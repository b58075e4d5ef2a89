import Checksums
import Findings

/// Judges GitHub's fine-grained personal access tokens. They tell nothing about themselves.
///
/// | token | verdict | score |
/// |---|---|---|
/// | its check holds | proven | 0.97 |
/// | its check fails | plausible | 0.6, or the rule's if lower |
/// | the same, and filled in by hand | plausible | 0.1 |
///
/// GitHub documents the prefix ("About authentication to GitHub") and no formula, and publishes no vector.
enum GitHubFineGrainedProof {
    private static let prefixLength = 11

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        let token = text.extracting(secret)
        return GitHubFineGrainedCheck.holds(token)
            ? Judgement(verdict: .proven, score: CheckedTokenProof.provenScore)
            : CheckedTokenProof.failed(token, behind: prefixLength, confidence: confidence)
    }

    static func facts(_ text: Span<UInt8>) -> (reason: String, details: [Finding.Detail]) {
        let kind = "fine-grained personal access token"
        return (
            CheckedTokenProof.reason("GitHub", kind, GitHubFineGrainedCheck.holds(text)),
            [Finding.Detail(name: "kind", value: kind)]
        )
    }
}
