import Findings

/// The token of a Telegram bot: the bot's id, a colon and 35 characters that begin with `AA` ("Telegram Bot API",
/// Authorizing your bot). No check exists.
///
/// | token | verdict | score |
/// |---|---|---|
/// | any | plausible | 0.9 |
/// | a placeholder, such as the documentation's | plausible | 0.1 |
struct TelegramBotToken: TellingCredential {
    /// The example of the documentation: `123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11` has another beginning, its
    /// copies with longer ids have not.
    private static let exampleEnd = "zyx57W2v1u123ew11"

    private let bot: ArraySlice<UInt8>
    private let secret: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].isDigits, parts[1].count == 35 else { return nil }
        (bot, secret) = (parts[0], parts[1])
    }

    var judgement: Judgement {
        let isSample = Placeholder.isOne(secret) || secret.suffix(17).holds(Self.exampleEnd)
        return Judgement(verdict: .plausible, score: isSample ? 0.1 : 0.9)
    }

    var reason: String { "has the parts of a Telegram bot token" }

    var details: DetailList {
        var details = DetailList()
        details.add("bot_id", bot)
        return details
    }
}
