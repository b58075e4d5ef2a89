import Blobs
import Containers
import Testing

@testable import Pipeline

@Suite struct ChatItemsTests {
    static let chat = Array(
        ("[{\"type\":\"message\",\"user\":\"U012AB3CD\",\"text\":\"one\",\"ts\":\"1709629920.000100\","
            + "\"attachments\":[{\"fallback\":\"two\"}],\"files\":[{\"name\":\"three\"}]}]").utf8)

    @Test func chatsAreFormatsBesideTheirBytes() throws {
        let detected = BlobFormat.detect(Self.chat.span)
        let format = try #require(detected)
        #expect(format == .chat(.slack))
        #expect(!format.replacesBytes)
        #expect(!format.needsSeeking)
    }

    @Test func partsAreItems() throws {
        let source = MemoryBytes(Self.chat, isWhole: true)
        let items = ChatItems(.slack, source, name: RawPath("e.zip!general/2024-03-05.json"))
        #expect(items.holdsMessages)
        var labels: [RawPath] = []
        var texts: [String] = []
        var parts = 0
        while let item = try items.next() {
            labels.append(item.label)
            #expect(item.stored.identifier == "1709629920.000100@general")
            var buffer = [UInt8](repeating: 0, count: 100)
            var span = buffer.mutableSpan
            let count = try items.read(into: &span)
            texts.append(String(decoding: buffer[..<count], as: UTF8.self))
            if item.isPart { parts += 1 }
        }
        #expect(labels.map(\.lossyText) == ["H", "1", "A", "F"])
        #expect(texts.dropFirst() == ["one\n", "two\n", "three\n"])
        #expect(parts == 3)
    }
}
