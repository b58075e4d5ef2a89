import Findings
import Testing

@testable import Scoring

/// Slack, Discord, Telegram.
@Suite struct TeamTokenTests {
    private static func random(_ count: Int, _ seed: UInt64 = 1) -> String {
        var random = SeededGenerator(seed: seed)
        return random.characters(count, of: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    }

    private static func hexadecimal(_ count: Int) -> String {
        var random = SeededGenerator(seed: 2)
        return random.characters(count, of: "0123456789abcdef")
    }

    @Test func slackTokensTellWorkspaceAndUser() {
        let bot = "xoxb-" + "123456789012-2345678901234-" + Self.random(24)
        #expect(judge(.slackToken, bot).score == 0.93)
        #expect(
            details(.slackToken, bot) == [
                "kind": "bot token", "workspace_number": "123456789012", "user_number": "2345678901234",
            ])
        let app = "xapp-" + "1-A0B1C2D3E4F-1234567890123-" + Self.hexadecimal(64)
        #expect(details(.slackToken, app) == ["kind": "app-level token", "app": "A0B1C2D3E4F"])
        #expect(judge(.slackToken, "xoxe-" + "1-" + Self.random(147)).score == 0.93)
        #expect(details(.slackToken, "xoxe." + "xoxp-1-" + Self.random(160)) == ["kind": "user token that expires"])
        #expect(judge(.slackToken, "xoxb-" + "123456789012-2345678901234-xxxxxxxxxxxxxxxxxxxxxxxx").score == 0.1)
    }

    @Test func slackWebhooksTellTheirWorkspace() {
        let url = "hooks.slack.com/" + "services/T0A1B2C3D/B9Z8Y7X6W/" + Self.random(24)
        #expect(judge(.slackWebhook, url).score == 0.93)
        #expect(
            details(.slackWebhook, url) == [
                "kind": "services", "workspace": "T0A1B2C3D", "integration": "B9Z8Y7X6W",
            ])
        // The placeholder of Slack's documentation.
        let sample = "hooks.slack.com/" + "services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"
        #expect(judge(.slackWebhook, sample).score == 0.1)
        let escaped = url.replacing("/", with: "\\/")
        #expect(details(.slackWebhook, escaped)["workspace"] == "T0A1B2C3D")
    }

    /// "API Reference" of Discord's documentation, Authentication.
    @Test func discordsExampleTellsItsBot() {
        let published = ["MTk4NjIyNDgzNDcxOTI1", "MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"].joined()
        #expect(judge(.discordBotToken, published).verdict == .proven)
        #expect(
            details(.discordBotToken, published) == [
                "bot_id": "198622483471925248", "bot_created": "2016-07-02T02:14:50Z",
            ])
    }

    @Test(arguments: [
        "MTk4NjIyNDgzNDcxOTI1", "bm90IGEgc25vd2ZsYWtlIGF0", "MDEyMzQ1Njc4OTAxMjM0NTY3", "OTk5OTk5OTk5OTk5OTk5OTk5OTk",
    ])
    func whatIsNoSnowflakeIsNoBot(part: String) {
        let isTooLong = part.count > 24
        #expect(judge(.discordBotToken, part + ".Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs") == .impossible || isTooLong)
    }

    /// The example of "Snowflakes" in the same reference: 2016-04-30 11:18:25.796 UTC.
    @Test func snowflakesAreTimes() {
        #expect(Snowflake(Array("175928847299117063".utf8))?.createdAt?.rfc3339 == "2016-04-30T11:18:25Z")
        #expect(Snowflake(Array("99999999999999999999".utf8)) == nil)
        #expect(Snowflake(Array("1234567890123456".utf8)) == nil)
    }

    @Test func discordWebhooksTellTheirAge() {
        let url = "discord.com/api/" + "webhooks/175928847299117063/" + Self.random(68)
        #expect(judge(.discordWebhook, url).score == 0.94)
        #expect(details(.discordWebhook, url)["created"] == "2016-04-30T11:18:25Z")
        #expect(
            judge(.discordWebhook, "discord.com/api/" + "webhooks/075928847299117063/" + Self.random(68)).score == 0.1)
    }

    @Test func telegramTokensTellTheirBot() {
        let token = "1234567890:" + "AA" + Self.random(33)
        #expect(judge(.telegramBotToken, token).score == 0.9)
        #expect(details(.telegramBotToken, token) == ["bot_id": "1234567890"])
        #expect(judge(.telegramBotToken, "1234567890:" + "AABC-DEF1234ghIkl-" + "zyx57W2v1u123ew11").score == 0.1)
        #expect(judge(.telegramBotToken, "1234567890:" + "AA" + Self.random(32)) == .impossible)
    }
}
