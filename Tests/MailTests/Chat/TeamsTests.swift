import Blobs
import Testing

@testable import Mail

@Suite("Teams messages") struct TeamsTests {
    @Test("A message says who sent it, when, and where")
    func attribution() throws {
        let chat = ReadChat(.teams, ChatSample.teamsFile, path: "x/messages.json")
        #expect(chat.parts.filter { $0.section == "H" }.count == 3)
        let html = try #require(chat.parts.first { $0.part.kind == .html })
        #expect(html.text.hasPrefix("key abcd\n& more"))
        #expect(html.part.view == .rendered)
        let message = html.message
        #expect(message.identifier == "1616990032035@4a95f7d8")
        #expect(message.date == 1_709_629_920)
        #expect(message.subject == "Plan")
        #expect(message.from == [MailAddress(address: "", name: "Ann Smith")])
        #expect(message.to.map(\.address) == ["#4a95f7d8 (teams)"])
        #expect(message.states.isEmpty)
        #expect(message.thread == nil)
        // A reply ends before the message that it answers.
        let reply = try #require(chat.parts.first)
        #expect(reply.message.identifier == "1616990032099@4a95f7d8")
        #expect(reply.message.thread == "1616990032035@4a95f7d8")
        #expect(chat.texts("1").map { $0.trimmingPrefix("") }.contains("answer\n"))
        #expect(chat.texts("A").allSatisfy { $0.contains("https://s.example/Budget.docx\nBudget.docx\n") })
        #expect(chat.text("T") == nil)
    }

    @Test("HTML is read as a reader sees it")
    func html() {
        let word = Sample.word
        let content =
            "<p>\(word.prefix(9))<span>\(word.dropFirst(9))</span></p><a href=\\\"https://h.example/q\\\">l</a>"
        let chat = ReadChat(.teams, "[\(ChatSample.teams(content))]")
        #expect(chat.text("1", .rendered)?.contains(word) == true)
        #expect(chat.text("1", .markup) == "https://h.example/q\n")
        let safe = "https://eur.safelinks.protection.outlook.com/?url=https%3A%2F%2Fh.example%2Fhook"
        let wrapped = ReadChat(.teams, "[\(ChatSample.teams("see \(safe) ", type: "text"))]")
        #expect(wrapped.text("1", .links) == "https://h.example/hook\n")
    }

    @Test("One message alone, deleted, in a chat")
    func alone() {
        let one = ChatSample.teams("gone", type: "text")
            .replacing("\"deletedDateTime\":null", with: "\"deletedDateTime\":\"2024-03-06T00:00:00Z\"")
            .replacing("\"channelIdentity\"", with: "\"chatId\":\"19:8ea_b1@unq.gbl.spaces\",\"other\"")
            .replacing("\"displayName\"", with: "\"userPrincipalName\":\"Ann@corp.example\",\"displayName\"")
        let chat = ReadChat(.teams, one)
        #expect(chat.text("1") == "gone\n")
        #expect(chat.parts.first?.message.states == [.deleted])
        #expect(chat.parts.first?.message.identifier == "1616990032035@8ea_b1")
        #expect(chat.parts.first?.message.from == [MailAddress(address: "ann@corp.example", name: "Ann Smith")])
    }

    @Test(
        "Dates",
        arguments: [
            ("2024-03-05T09:12:00.035Z", 1_709_629_920), ("2024-03-05T10:12:00+01:00", 1_709_629_920),
            ("2024-03-05T09:12:00", 1_709_629_920), ("1970-01-01T00:00:00Z", 0), ("2024-13-05T09:12:00Z", nil),
            ("", nil), ("2024-03-05", nil), ("9999-12-31T23:59:59-99:99", 253_402_663_139),
        ] as [(String, Int64?)])
    func dates(text: String, seconds: Int64?) {
        #expect(ChatDate.seconds(ofDate: text) == seconds)
    }
}
