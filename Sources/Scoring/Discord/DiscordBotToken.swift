import Findings

/// The token of a Discord bot: its id in base64, a time in base64url, and 27 characters or more of HMAC ("API
/// Reference", Authentication).
///
/// | token | verdict | score |
/// |---|---|---|
/// | the first part decodes to a snowflake, the last is no placeholder | proven | 0.95 |
/// | the first part decodes to a snowflake | plausible | 0.1 |
/// | the first part is no snowflake | impossible | |
struct DiscordBotToken: TellingCredential {
    private let user: [UInt8]
    private let snowflake: Snowflake
    private let code: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count >= 6, let user = Base64.decodeEither(parts[0]),
            let snowflake = Snowflake(user)
        else { return nil }
        (self.user, self.snowflake, code) = (user, snowflake, parts[2])
    }

    var judgement: Judgement {
        Placeholder.isOne(code)
            ? Judgement(verdict: .plausible, score: 0.1) : Judgement(verdict: .proven, score: 0.95)
    }

    var reason: String { "begins with the id of a Discord user" }

    var details: DetailList {
        var details = DetailList()
        details.add("bot_id", user)
        details.add("bot_created", snowflake.createdAt)
        return details
    }
}
