import Testing

@testable import Mail

@Suite("Detection of chats") struct ChatDetectionTests {
    @Test("Chats are known by their first messages")
    func chats() {
        #expect(ChatKind.detect(Array(ChatSample.slackFile.utf8).span) == .slack)
        #expect(ChatKind.detect(Array("\u{FEFF} \n\(ChatSample.slackFile)".utf8).span) == .slack)
        #expect(ChatKind.detect(Array("{\"ok\":true,\"messages\":[\(ChatSample.slack("a"))]}".utf8).span) == .slack)
        #expect(ChatKind.detect(Array(ChatSample.teamsFile.utf8).span) == .teams)
        #expect(ChatKind.detect(Array(ChatSample.teams("a").utf8).span) == .teams)
        let long = ChatSample.slack(String(repeating: "x", count: 9000))
        #expect(ChatKind.detect(Array("[\(long)]".utf8).span) == .slack)
    }

    @Test(
        "Other JSON is none",
        arguments: [
            "", "[", "{", "[]", "{}", "text", "[1,2]", "{\"type\":\"message\"}", "[{\"type\":\"message\",\"id\":1}]",
            "[{\"id\":\"U012AB3CD\",\"name\":\"ann\",\"profile\":{\"type\":\"message\",\"ts\":\"1709629920.000100\"}}]",
            "[{\"type\":\"event\",\"ts\":\"1709629920.000100\"}]", "{\"messageType\":\"x\"}",
            "{\"type\":\"message\",\"user\":\"ann\",\"text\":\"a\"}",
            "[{\"type\":\"message\"},{\"ts\":\"1709629920.000100\"}]",
            "[[[{\"type\":\"message\",\"ts\":\"1709629920.000100\"}]]]",
        ])
    func others(text: String) {
        #expect(ChatKind.detect(Array(text.utf8).span) == nil)
    }
}
