import Testing

@testable import Mail

@Suite struct WideTextContentTests {
    @Test func cutPairsAreJoined() throws {
        let text = String(repeating: "a", count: 32_767) + "😀 end"
        let content = WideTextContent(BytesInMemory([0xFF, 0xFE] + Little.utf16(text) + [0x41], offset: 0))
        var all: [UInt8] = []
        while let piece = try content.next() { all += piece }
        #expect(String(decoding: all, as: UTF8.self) == text)
    }

    @Test func halfAPairIsReplaced() throws {
        let content = WideTextContent(BytesInMemory(Little.utf16("ab") + [0x3D, 0xD8], offset: 0))
        var all: [UInt8] = []
        while let piece = try content.next() { all += piece }
        #expect(String(decoding: all, as: UTF8.self) == "ab\u{FFFD}")
    }
}
