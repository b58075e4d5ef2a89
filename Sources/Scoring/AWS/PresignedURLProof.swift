import Findings

/// Judges presigned URLs. They open one object until they expire: severity is at most low.
///
/// | URL | verdict | score |
/// |---|---|---|
/// | key id, scope, date, validity and signature agree | proven | 0.9 |
/// | signature and a key id, the rest missing or odd | plausible | 0.6 |
/// | no signature, or its key is no access key id | impossible | |
enum PresignedURLProof {
    static func judge(_ text: Span<UInt8>, _ match: Range<Int>) -> Judgement {
        guard let url = url(text, match) else { return .impossible }
        let bytes = Array(url.keyID)
        if PublishedExamples.isKeyID(bytes.span, 0..<bytes.count) {
            return Judgement(
                verdict: .plausible, score: 0.9, severityLimit: .low, disposition: .documentationExample)
        }
        guard let id = AccessKeyID(bytes.span, 0..<bytes.count) else { return .impossible }
        let shape = AccessKeyIDShape(bytes.span, from: AccessKeyID.prefixLength)
        guard url.isConsistent, shape != .placeholder else {
            return Judgement(
                verdict: .plausible, score: shape == .placeholder ? 0.1 : 0.6, severityLimit: .low,
                disposition: AccessKeyIDProof.disposition(of: id))
        }
        return Judgement(
            verdict: .proven, score: 0.9, severityLimit: .low, disposition: AccessKeyIDProof.disposition(of: id))
    }

    static func facts(_ text: Span<UInt8>, _ match: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let url = url(text, match) else { return ("has the shape of a presigned AWS URL", []) }
        let reason =
            url.isConsistent
            ? "is a presigned AWS URL whose key id, date and signature fit together"
            : "is an AWS URL with a key id and a signature"
        return (reason, details(of: url))
    }

    /// What `url` tells, also where it stands inside a Bedrock key.
    static func details(of url: PresignedURL) -> [Finding.Detail] {
        let bytes = Array(url.keyID)
        var details = AccessKeyID(bytes.span, 0..<bytes.count).map(AccessKeyIDProof.details(of:)) ?? []
        for (name, value) in [("region", url.region), ("service", url.service)] where isName(value) {
            details.append(Finding.Detail(name: name, value: String(decoding: value, as: UTF8.self)))
        }
        if let issued = url.issuedAt { details.append(Finding.Detail(name: "issued", value: issued.rfc3339)) }
        if let expires = url.expiresAt { details.append(Finding.Detail(name: "expires", value: expires.rfc3339)) }
        return details
    }

    /// What a region or a service can be called. Anything else in its place is not repeated in a report.
    private static func isName(_ value: ArraySlice<UInt8>) -> Bool {
        (1...32).contains(value.count)
            && value.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func url(_ text: Span<UInt8>, _ match: Range<Int>) -> PresignedURL? {
        PresignedURL(SpelledText.undone(text, match, percent: .kept))
    }
}
