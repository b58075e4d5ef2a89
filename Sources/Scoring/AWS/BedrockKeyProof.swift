import Findings

/// Judges Amazon Bedrock API keys: a key either decodes to its documented form or is none.
///
/// | key | verdict | score |
/// |---|---|---|
/// | long-term, decodes | proven | 0.97 |
/// | short-term, decodes to a consistent presigned URL | proven | 0.95 |
/// | short-term, the URL is odd | plausible | 0.6 |
/// | does not decode | impossible | |
///
/// A short-term key that has expired is of low severity.
enum BedrockKeyProof {
    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, now: Int) -> Judgement {
        switch BedrockKey(text, secret) {
        case .longTerm(let account):
            let isCanary = UTCTime.number(account).map { CanaryAccounts.contains(UInt64($0)) } ?? false
            return Judgement(verdict: .proven, score: 0.97, disposition: isCanary ? .canary : .report)
        case .shortTerm(let url):
            let id = Array(url.keyID)
            if PublishedExamples.isKeyID(id.span, 0..<id.count) {
                return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
            }
            let parsed = AccessKeyID(id.span, 0..<id.count)
            return Judgement(
                verdict: url.isConsistent && parsed != nil ? .proven : .plausible,
                score: url.isConsistent && parsed != nil ? 0.95 : 0.6,
                severityLimit: url.expiresAt.map { $0.seconds <= now } == true ? .low : nil,
                disposition: parsed.map(AccessKeyIDProof.disposition(of:)) ?? .report)
        case nil: return .impossible
        }
    }

    static func facts(_ text: Span<UInt8>, _ secret: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        switch BedrockKey(text, secret) {
        case .longTerm(let account):
            let details = [
                Finding.Detail(name: "account", value: String(decoding: account, as: UTF8.self)),
                Finding.Detail(name: "kind", value: AccessKeyID.Kind.longTerm.rawValue),
                Finding.Detail(name: "service", value: "bedrock"),
            ]
            return ("decodes to the user and account of an Amazon Bedrock API key", details)
        case .shortTerm(let url):
            return ("decodes to the presigned URL of an Amazon Bedrock API key", PresignedURLProof.details(of: url))
        case nil: return ("has the shape of an Amazon Bedrock API key", [])
        }
    }
}
