import Findings

/// An access token of Fly.io: `fm2_` (or `fm1r_`, `fm1a_`) and a macaroon in MessagePack, in base64.
///
/// superfly/macaroon: a macaroon is an array of nonce, location, caveats and tail; a nonce one of key id, 16 random
/// bytes and, since its second version, a flag; caveats are a type and a body in turn, a body an array of its fields.
///
/// | token | verdict | score | severity at most |
/// |---|---|---|---|
/// | parses, a permission | proven | 0.97 | the rule's |
/// | parses, a discharge: says who asks, and opens nothing alone | proven | 0.95 | medium |
/// | it does not parse (cut off, or a placeholder) | plausible | 0.3 | |
struct FlyToken: TellingCredential {
    private enum CaveatType {
        static let organization = 0
        static let validityWindow = 4
    }

    private var isWhole = false
    private var location: ArraySlice<UInt8> = []
    private var caveats: [MessagePackValue] = []

    init?(_ text: [UInt8]) {
        guard let underscore = text.firstIndex(of: UInt8(ascii: "_")) else { return nil }
        guard let bytes = Base64.decodeEither(text[(underscore + 1)...]),
            let parts = MessagePackValue(bytes)?.elements, parts.count == 4,
            let nonce = parts[0].elements, nonce.count == 2 || nonce.count == 3, nonce[1].bytes?.count == 16,
            let location = parts[1].bytes, let caveats = parts[2].elements, caveats.count & 1 == 0,
            let tail = parts[3].bytes, !tail.isEmpty
        else { return }
        (isWhole, self.location, self.caveats) = (true, location, caveats)
    }

    private var isPermission: Bool { location.holds("https://api.fly.io/v1") }

    var judgement: Judgement {
        guard isWhole else { return Judgement(verdict: .plausible, score: 0.3) }
        return isPermission
            ? Judgement(verdict: .proven, score: 0.97)
            : Judgement(verdict: .proven, score: 0.95, severityLimit: .medium)
    }

    /// The fields of the caveats of one type.
    private func bodies(ofType type: Int) -> [[MessagePackValue]] {
        stride(from: 0, to: caveats.count, by: 2).compactMap { place in
            caveats[place].integer == type ? caveats[place + 1].elements : nil
        }
    }

    var expiresAt: UTCTime? {
        let ends = bodies(ofType: CaveatType.validityWindow).compactMap { $0.count > 1 ? $0[1].integer : nil }
        return ends.min().flatMap { UTCTime(seconds: $0) }
    }

    var reason: String { isWhole ? "decodes as a macaroon of Fly.io" : "has the prefix of a Fly.io token" }

    var details: DetailList {
        var details = DetailList()
        guard isWhole else { return details }
        details.add("kind", isPermission ? "permission" : "discharge")
        if location.isPrintable { details.add("location", location) }
        for body in bodies(ofType: CaveatType.organization) {
            details.add("organization_id", body.first?.integer.map { String($0) })
        }
        return details
    }
}
