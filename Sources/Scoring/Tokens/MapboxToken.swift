import Findings

/// An access token of Mapbox: `sk.` or `tk.`, JSON in base64url, a dot and 22 characters of signature ("Access tokens"
/// in Mapbox's documentation, Token format). `pk.` is public.
///
/// | token | verdict | score | severity at most |
/// |---|---|---|---|
/// | secret, its JSON names a user | proven | 0.96 | the rule's |
/// | temporary, its JSON names a user | proven | 0.96 | medium: it lives an hour at most |
/// | its JSON does not parse, or names nobody | impossible | | |
struct MapboxToken: TellingCredential {
    private let isTemporary: Bool
    private let payload: JSONValue
    private let user: [UInt8]

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let json = Base64.decodeEither(parts[1]), let payload = JSONReader.object(json[...]),
            let user = payload["u"]?.text, !user.isEmpty
        else { return nil }
        isTemporary = parts[0].holds("tk")
        (self.payload, self.user) = (payload, user)
    }

    var judgement: Judgement {
        Judgement(verdict: .proven, score: 0.96, severityLimit: isTemporary ? .medium : nil)
    }

    var expiresAt: UTCTime? { JSONWebToken.time(payload["exp"]) }
    var reason: String { "decodes as a \(isTemporary ? "temporary" : "secret") access token of Mapbox" }

    var details: DetailList {
        var details = DetailList()
        details.add("kind", isTemporary ? "temporary" : "secret")
        details.add("user", user)
        details.add("token_id", payload["a"]?.words)
        return details
    }
}
