import Findings

/// A reference token of JFrog: base64 of `reftkn:01:<expiry>:<secret>` ("Access tokens", Reference tokens).
///
/// | token | verdict | score |
/// |---|---|---|
/// | decodes to four parts, the third a time | proven | 0.96 |
/// | decodes to anything else (cut off, or a placeholder) | plausible | 0.3 |
struct JFrogReferenceToken: TellingCredential {
    private let isWhole: Bool
    let expiresAt: UTCTime?

    init?(_ text: [UInt8]) {
        let bytes = Base64.decodeEither(text[...]) ?? []
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let end = parts.count == 4 ? UTCTime.number(parts[2]) : nil
        isWhole = end != nil && parts[1].isDigits && parts[3].count >= 16 && bytes.isPrintable
        // Zero: never.
        expiresAt = isWhole ? end.flatMap { $0 == 0 ? nil : UTCTime(seconds: $0) } : nil
    }

    var judgement: Judgement {
        isWhole ? Judgement(verdict: .proven, score: 0.96) : Judgement(verdict: .plausible, score: 0.3)
    }

    var reason: String {
        isWhole ? "decodes as a reference token of JFrog" : "begins as a reference token of JFrog"
    }
    var details: DetailList { DetailList() }
}
