import Findings

/// The URL of a Discord webhook: its id, a snowflake, and 68 characters of token ("Webhook Resource").
///
/// | URL | verdict | score |
/// |---|---|---|
/// | the id is a snowflake | plausible | 0.94 |
/// | the token is a placeholder, or the id no snowflake | plausible | 0.1 |
struct DiscordWebhook: TellingCredential {
    static let extent = CredentialExtent.match

    private let id: ArraySlice<UInt8>
    private let token: ArraySlice<UInt8>
    private let snowflake: Snowflake?

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "/"))
        guard parts.count >= 2 else { return nil }
        (id, token) = (parts[parts.count - 2], parts[parts.count - 1])
        snowflake = Snowflake(id)
    }

    var judgement: Judgement {
        Judgement(verdict: .plausible, score: snowflake == nil || Placeholder.isOne(token) ? 0.1 : 0.94)
    }

    var reason: String { "has the id and the token of a Discord webhook" }

    var details: DetailList {
        var details = DetailList()
        details.add("webhook_id", id)
        details.add("created", snowflake?.createdAt)
        return details
    }
}
