import Blobs
import Testing

@testable import Mail

@Suite("Slack exports") struct SlackTests {
    let word = Sample.word

    @Test("A message says who sent it, when, and where")
    func attribution() throws {
        let chat = ReadChat(.slack, ChatSample.slackFile)
        let part = try #require(chat.parts.first { $0.section == "1" })
        let message = part.message
        #expect(part.text == "first <a> here\n")
        #expect(message.identifier == "1709629920.000100@general")
        #expect(message.date == 1_709_629_920)
        #expect(message.from == [MailAddress(address: "ann@corp.example", name: "Ann Smith")])
        #expect(message.to.map(\.address) == ["#general (slack)"])
        #expect(message.lists == ["#general (slack)"])
        #expect(message.folders == ["general"])
        #expect(message.thread == nil)
        #expect(part.part.line == 2)
        #expect(part.part.range.lowerBound == 2)
        let end = part.part.range.upperBound
        #expect(Array(ChatSample.slackFile.utf8)[end - 1] == 0x7D)
        #expect(message.offset == 2)
        #expect(chat.text("H")?.hasPrefix("From: Ann Smith <ann@corp.example>\nTo: #general (slack)\n") == true)
        #expect(chat.text("1", .links) == "https://a.example/x?a=1&b=2\n")
        #expect(chat.text("T") == "image_72: https://a.example/72.png\n")
        let last = try #require(chat.parts.last)
        #expect(last.message.from == [MailAddress(address: "", name: "ci")])
        #expect(last.text == "fb\nKey: v1\n")
        #expect(chat.parts.filter { $0.section == "H" }.count == 3)
    }

    @Test("Threads, files and escapes")
    func second() throws {
        let chat = ReadChat(.slack, ChatSample.slackFile)
        let parts = chat.parts.filter { $0.message.identifier == "1709629930.000200@general" }
        #expect(parts.map(\.section) == ["H", "1", "B", "F"])
        #expect(parts[1].text == "see +/ @bob\n")
        #expect(parts[2].text == "abcdefghi\n")
        #expect(parts[3].text == "F1\nk.csv\nhttps://files.example/k?t=1\n")
        #expect(parts[1].message.thread == "1709629920.000100@general")
    }

    @Test("Runs of styles are joined, at every place", arguments: 1..<12)
    func runs(place: Int) {
        let first = String(word.prefix(place))
        let rest = String(word.dropFirst(place))
        let split = ReadChat(.slack, "[\(ChatSample.slack("\(first)*\(rest)*", ChatSample.blocks([first, rest])))]")
        #expect(split.text("B") == word + "\n")
        #expect(split.count(of: word) == 1)
        // What the text has is not told twice, whatever signs are around the line.
        for line in [word, "*\(word)*", "&gt; \(word)", "\u{2022} \(word)", "```\(word)```"] {
            let same = ReadChat(.slack, "[\(ChatSample.slack(line, ChatSample.blocks([first, rest])))]")
            #expect(same.text("B") == nil)
            #expect(same.count(of: word) == 1)
        }
    }

    @Test("Sections, lists and links of blocks")
    func blocks() {
        let text = "{\"type\":\"text\",\"text\":\"a\"}"
        let link = "{\"type\":\"link\",\"url\":\"https://a.example/1\",\"text\":\"label\"}"
        let bare = "{\"type\":\"link\",\"url\":\"https://a.example/2\"}"
        let item = { (inner: String) in "{\"type\":\"rich_text_section\",\"elements\":[\(inner)]}" }
        let list = "{\"type\":\"rich_text_list\",\"elements\":[\(item(text)),\(item(bare))],\"style\":\"bullet\"}"
        let user = "{\"type\":\"user\",\"user_id\":\"U1\"},{\"type\":\"emoji\",\"name\":\"wave\"}"
        let section =
            "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x &amp; <https://a.example/3|y>\"},"
            + "\"fields\":[{\"type\":\"plain_text\",\"text\":\"f1 &amp;\"},{\"type\":\"mrkdwn\",\"text\":\"f2\"}]}"
        let more =
            ",\"blocks\":[{\"type\":\"rich_text\",\"elements\":[\(list),\(item(link + "," + user))]},\(section)]"
        let chat = ReadChat(.slack, "[\(ChatSample.slack("", more))]")
        #expect(chat.text("B") == "a\nhttps://a.example/2\nlabel@U1:wave:\nx & y\nf1 &amp;\nf2\n")
        #expect(chat.text("1", .links) == "https://a.example/1\nhttps://a.example/3\n")
    }

    @Test(
        "Markup in texts",
        arguments: [
            ("a &amp;lt; b &lt;c&gt;", "a &lt; b <c>", ""),
            ("u:<mailto:p4ss@h.example|p4ss@h.example> z", "u:p4ss@h.example z", ""),
            ("<http://h.example/a|h.example/a>", "h.example/a", ""),
            ("<https://h.example?a=1&amp;b=2>", "https://h.example?a=1&b=2", ""),
            ("<https://h.example|l&amp;l>", "l&l", "https://h.example\n"),
            ("<!here> <#C1|general> <@U9> <!subteam^S1|@ops>", "!here #general @U9 !@ops", ""),
            ("a < b > c", "a < b > c", ""), ("a <b", "a <b", ""), ("<>", "<>", ""), ("&", "&", ""), ("&am", "&am", ""),
            ("<a:b\\n>", "<a:b\n>", ""),
        ])
    func markup(text: String, shown: String, links: String) {
        let chat = ReadChat(.slack, "[\(ChatSample.slack(text))]")
        #expect(chat.text("1") == shown + "\n")
        #expect(chat.text("1", .links) ?? "" == links)
    }

    @Test("Edited and deleted messages")
    func changes() {
        let changed =
            "{\"type\":\"message\",\"subtype\":\"message_changed\",\"ts\":\"1709629950.000100\","
            + "\"message\":{\"type\":\"message\",\"user\":\"U012AB3CD\",\"text\":\"new\",\"edited\":{\"user\":\"U1\"}},"
            + "\"previous_message\":{\"user\":\"U1\",\"text\":\"old \(word)\",\"ts\":\"1709629940.000100\"}}"
        let chat = ReadChat(.slack, "[\(changed)]")
        #expect(chat.text("1") == "new\n")
        #expect(chat.text("P") == "old \(word)\n")
        #expect(chat.parts.first?.message.identifier == "1709629950.000100@general")
        #expect(chat.parts.first?.message.from.first?.name == "U012AB3CD")
        let deleted = changed.replacing("message_changed", with: "message_deleted")
        #expect(ReadChat(.slack, "[\(deleted)]").parts.first?.message.states == [.deleted])
    }

    @Test("Answers of the interface, and replies in messages")
    func answers() {
        let reply = ChatSample.slack("reply", ",\"thread_ts\":\"1709629920.000100\"", time: "1709629960.000100")
        let root = ChatSample.slack(
            "root",
            ",\"replies\":[{\"user\":\"U1\",\"ts\":\"1709629960.000100\"}],\"slackdumpThreadReplies\":[\(reply)]")
        let chat = ReadChat(
            .slack, "{\"ok\":true,\"messages\":[\(root)],\"response_metadata\":{\"next_cursor\":\"abc\"}}",
            path: "D0ABC/x.json")
        #expect(chat.texts("1") == ["reply\n", "root\n"])
        #expect(chat.parts.first?.message.to.first?.address == "#d0abc (slack)")
        let lines = ReadChat(
            .slack, ChatSample.slack("one") + "\n" + ChatSample.slack("two", time: "1709629961.000100"))
        #expect(lines.texts("1") == ["one\n", "two\n"])
        #expect(lines.parts.last?.part.line == 2)
    }

    @Test("The token that an export leaves in addresses of files")
    func fileToken() {
        let token = "xoxe-" + "12345678901-" + String(repeating: "ab12", count: 10)
        let file = "{\"name\":\"a\",\"url_private_download\":\"https:\\/\\/f.example\\/a\\u003ft=\(token)\"}"
        let chat = ReadChat(.slack, "[\(ChatSample.slack("x", ",\"files\":[\(file)]"))]")
        #expect(chat.text("F") == "a\nhttps://f.example/a?t=\(token)\n")
    }

    @Test(
        "The folder of a file is the channel",
        arguments: [
            ("e.zip!general/2024.json", "general"), ("general/2024.json", "general"), ("2024.json", ""),
            ("./2024.json", ""), ("a/b/mpdm-ann--bob-1/x.json", "mpdm-ann--bob-1"), ("e.zip!x.json", "e.zip"),
        ])
    func channels(path: String, name: String) {
        let channel = ChatChannel(RawPath(path))
        #expect(path.hasPrefix("e.zip!x") || channel.name == name)
        #expect(channel.recipient(.slack).hasSuffix(" (slack)"))
    }
}
