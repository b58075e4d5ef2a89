import Checksums
import Findings

/// Judges GitHub's tokens with a prefix of four characters.
///
/// | token | verdict | score |
/// |---|---|---|
/// | its check holds | proven | 0.97 |
/// | installation token whose JSON Web Token decodes | proven | 0.95 |
/// | `ghp_`, `gho_`, `ghu_`, `ghr_`: its check fails | impossible | |
/// | `ghs_`: its check fails | plausible | 0.6, or the rule's if lower |
/// | what GitHub's documentation shows as a token | plausible, a documentation example | 0.9 |
///
/// "Behind GitHub's new authentication token formats" (GitHub blog, 5 April 2021); "Notice about upcoming new format
/// for GitHub App installation tokens" (GitHub changelog, 24 April 2026). Vectors: the twenty expired tokens in
/// `test.js` of therootcompany/base62-token.js.
enum GitHubTokenProof {
    static let family = CheckedTokenFamily(
        issuer: "GitHub", check: .github,
        forms: [
            CheckedTokenForm("ghp_", "personal access token", lengths: 40...40, isHard: true),
            CheckedTokenForm("gho_", "OAuth access token", lengths: 40...40, isHard: true),
            CheckedTokenForm("ghu_", "user access token of a GitHub App", lengths: 40...40, isHard: true),
            CheckedTokenForm("ghr_", "refresh token of a GitHub App", lengths: 80...80, isHard: true),
            CheckedTokenForm("ghs_", "installation access token of a GitHub App", lengths: 40...40, isHard: false),
        ])

    /// Behind the prefix of every token that the REST API's documentation shows.
    private static let published = "16C7e42F292c6912E7710c838347Ae178B4a"

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, confidence: Float) -> Judgement {
        if text.holds(published, at: secret.dropFirst(4)) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        if secret.count > 40, text.starts(with: "ghs_", at: secret.lowerBound) {
            return GitHubInstallationToken(text, secret) == nil
                ? CheckedTokenProof.failed(text.extracting(secret), behind: 4, confidence: confidence)
                : Judgement(verdict: .proven, score: 0.95)
        }
        return CheckedTokenProof.judge(family, text, secret, confidence: confidence)
    }

    static func facts(_ text: Span<UInt8>, _ secret: [UInt8]) -> (reason: String, details: [Finding.Detail]) {
        guard let token = GitHubInstallationToken(text, 0..<text.count) else {
            return CheckedTokenProof.facts(family, secret)
        }
        let details = [
            Finding.Detail(name: "kind", value: "installation access token of a GitHub App"),
            Finding.Detail(name: "app_id", value: String(decoding: token.appID, as: UTF8.self)),
        ]
        return ("holds a JSON Web Token that decodes, as GitHub's installation access tokens do", details)
    }
}
