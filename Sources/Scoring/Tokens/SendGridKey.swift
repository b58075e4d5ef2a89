import Findings

/// An API key of Twilio SendGrid: `SG.`, 16 bytes of id and 32 bytes of secret, each in base64url.
///
/// | key | verdict | score |
/// |---|---|---|
/// | both parts end as 16 and 32 bytes do | plausible | 0.95 |
/// | the last bits are not zero | plausible | 0.8 |
/// | a part is a placeholder | plausible | 0.1 |
/// | parts of other lengths, or no base64url | impossible | |
struct SendGridKey: TellingCredential {
    private let id: ArraySlice<UInt8>
    private let secret: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].holds("SG"), parts[1].count == 22, parts[2].count == 43,
            Base64.decodeEither(parts[1]) != nil, Base64.decodeEither(parts[2]) != nil
        else { return nil }
        (id, secret) = (parts[1], parts[2])
    }

    var judgement: Judgement {
        if Placeholder.isOne(id) || Placeholder.isOne(secret) { return Judgement(verdict: .plausible, score: 0.1) }
        // 22 characters hold four bits more than 16 bytes, 43 hold two more than 32.
        let isExact =
            Base64.lastValue(of: id).map { $0 & 15 == 0 } == true
            && Base64.lastValue(of: secret).map { $0 & 3 == 0 } == true
        return Judgement(verdict: .plausible, score: isExact ? 0.95 : 0.8)
    }

    var reason: String { "has the id and the secret of a SendGrid API key" }

    var details: DetailList {
        var details = DetailList()
        details.add("key_id", id)
        return details
    }
}
