import Blobs
import Testing

@testable import Mail

@Suite("Hostile chats") struct ChatHostileTests {
    private static let samples: [(ChatKind, [UInt8])] = [
        (.slack, Array(ChatSample.slackFile.utf8)), (.teams, Array(ChatSample.teamsFile.utf8)),
    ]

    @Test("What is read does not depend on how it is read", arguments: [(1, 65536), (7, 3), (65536, 1), (4096, 4096)])
    func pieces(piece: Int, buffer: Int) {
        for (kind, sample) in Self.samples {
            let whole = ReadChat(kind, sample)
            let other = ReadChat(kind, sample, piece: piece, buffer: buffer)
            #expect(other.parts.map(\.bytes) == whole.parts.map(\.bytes))
            #expect(other.parts.map(\.part.range) == whole.parts.map(\.part.range))
            #expect(other.parts.map(\.part.line) == whole.parts.map(\.part.line))
            #expect(other.parts.map(\.message) == whole.parts.map(\.message))
        }
    }

    @Test("Any bytes are read to their end", arguments: 0..<3)
    func mutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<150 {
            for (kind, sample) in Self.samples {
                let bytes = Mutations.mutated(sample, &random)
                _ = ChatKind.detect(bytes.span)
                let chat = ReadChat(kind, bytes)
                let cut = ReadChat(kind, bytes, piece: 5, buffer: 9)
                #expect(chat.parts.map(\.bytes) == cut.parts.map(\.bytes))
                #expect(chat.parts.allSatisfy { $0.part.range.upperBound <= bytes.count })
                let headers = chat.parts.filter { $0.section == "H" }.count
                #expect(chat.parts.reduce(0) { $0 + $1.bytes.count } <= 4 * bytes.count + 300 * headers)
            }
        }
    }

    @Test("A file that ends within a message is read to its end", arguments: Array(stride(from: 2, to: 500, by: 23)))
    func truncated(length: Int) {
        for (kind, sample) in Self.samples {
            let chat = ReadChat(kind, Array(sample.prefix(length)))
            #expect(chat.parts.allSatisfy { $0.part.range.upperBound <= length })
        }
        let cut = ReadChat(.slack, "[{\"type\":\"message\",\"ts\":\"1709629920.000100\",\"text\":\"the \(Sample.word)")
        #expect(cut.text("1") == "the \(Sample.word)\n")
    }

    @Test("A long message is cut, and says so")
    func long() {
        let string = "\"x\":\"" + String(repeating: "y", count: 1_200_000) + "\","
        let message = "{\"type\":\"message\",\(string)\(string)\"text\":\"end\",\"ts\":\"1709629920.000100\"}"
        let chat = ReadChat(.slack, "[\(message),\(ChatSample.slack("next"))]")
        #expect(chat.parts.allSatisfy { $0.bytes.count <= 1 << 21 })
        #expect(chat.parts.first?.part.isCut == true)
        #expect(chat.parts.first?.message.isCut == true)
        #expect(chat.text("1")?.isEmpty == false)
        #expect(chat.parts.last?.text == "next\n")
        #expect(chat.parts.last?.part.isCut == false)
    }

    @Test("Depth costs nothing")
    func deep() {
        let deep = String(repeating: "{\"replies\":[", count: 50_000)
        _ = ReadChat(.teams, "[" + deep)
        _ = ReadChat(.slack, String(repeating: "[{\"blocks\":", count: 50_000))
        let chat = ReadChat(.slack, "[{\"a\":\(deep)},{\"x\":1},\(ChatSample.slack("next"))]")
        #expect(chat.parts.count < 10)
    }

    @Test("An error of the source is thrown")
    func failingSource() {
        let reader = ChatReader(.slack, path: RawPath("m")) { _ throws(ByteSourceError) in
            throw ByteSourceError(offset: 7, errorNumber: 5)
        }
        #expect(throws: ByteSourceError(offset: 7, errorNumber: 5)) { try reader.next() }
    }
}
