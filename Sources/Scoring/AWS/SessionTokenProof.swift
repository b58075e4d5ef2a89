import Findings
import Rules

/// Judges AWS session tokens.
///
/// | token | verdict | score |
/// |---|---|---|
/// | every field is there | proven | 0.96 |
/// | begins as a token (older kind, or cut off) | plausible | 0.7 |
/// | fewer than 100 characters, no base64, or another beginning | impossible | |
///
/// A token is used with a key id and a secret, and expires: alone it opens nothing, so severity is at most medium.
/// It lives 36 hours at most ("GetSessionToken" in the AWS STS API Reference): one that is older is of low severity.
enum SessionTokenProof {
    static let minimumLength = 100

    /// 36 hours, in seconds.
    private static let longestLife = 129_600

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, now: Int) -> Judgement {
        guard secret.count >= minimumLength else { return .impossible }
        if PublishedExamples.isSessionToken(text, secret) {
            return Judgement(verdict: .plausible, score: 0.7, disposition: .documentationExample)
        }
        guard let token = token(text, secret) else { return .impossible }
        let disposition = disposition(of: token)
        let hasExpired = token.issuedAt.map { $0.seconds + longestLife <= now } ?? false
        let limit: Severity = hasExpired ? .low : .medium
        return token.isWhole
            ? Judgement(verdict: .proven, score: 0.96, severityLimit: limit, disposition: disposition)
            : Judgement(
                verdict: .plausible, score: 0.7, pairedScore: 0.9, severityLimit: limit, disposition: disposition)
    }

    static func facts(_ text: Span<UInt8>, _ secret: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let token = token(text, secret) else { return ("has the shape of an AWS session token", []) }
        let reason =
            token.isWhole
            ? "decodes as an AWS session token, field by field" : "begins as AWS session tokens begin"
        return (reason, details(of: token))
    }

    private static func details(of token: SessionToken) -> [Finding.Detail] {
        var details = [Finding.Detail(name: "kind", value: AccessKeyID.Kind.temporary.rawValue)]
        if let account = token.account {
            details.append(Finding.Detail(name: "account", value: String(decoding: account, as: UTF8.self)))
        }
        if let region = token.region {
            details.append(Finding.Detail(name: "region", value: String(decoding: region, as: UTF8.self)))
        }
        if let issued = token.issuedAt { details.append(Finding.Detail(name: "issued", value: issued.rfc3339)) }
        return details
    }

    private static func disposition(of token: SessionToken) -> Disposition {
        guard let number = token.account.flatMap({ UTCTime.number($0) }), CanaryAccounts.contains(UInt64(number))
        else { return .report }
        return .canary
    }

    private static func token(_ text: Span<UInt8>, _ secret: Range<Int>) -> SessionToken? {
        let value = SpelledText.undone(text, secret)
        return Base64.decode(value.span, 0..<value.count).flatMap { SessionToken(decoded: $0) }
    }
}
