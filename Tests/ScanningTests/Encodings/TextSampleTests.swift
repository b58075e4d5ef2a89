import Testing

@testable import Scanning

/// Text looks like text, in whatever encoding, and random bytes do not.
@Suite struct TextSampleTests {
    @Test(arguments: ["plain words, and 1 line\n", "Schlüssel für größere Türen", "ключ от квартиры", "鍵は机の上にあります"])
    func text(_ text: String) {
        #expect(TextSample.kind(of: Array(text.utf8)) == .bytes)
    }

    @Test func wideText() {
        let text = Array("a command".utf8)
        #expect(TextSample.kind(of: text.flatMap { [$0, 0] }) == .utf16LittleEndian)
        #expect(TextSample.kind(of: text.flatMap { [0, $0] }) == .utf16BigEndian)
    }

    @Test func others() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 { #expect(TextSample.kind(of: random.bytes(64, of: Array(0...255))) == nil) }
        #expect(TextSample.kind(of: [UInt8](repeating: 0, count: 64)) == nil)
        #expect(TextSample.kind(of: Array("short".utf8)) == nil)
    }

    /// A text behind a few other bytes, as where digits stand in front of it that are none of its own.
    @Test func behindOtherBytes() {
        #expect(TextSample.kind(of: [0x9A, 0x80, 0xFF, 0xC0] + Array("a text that is short".utf8)) == .bytes)
    }
}
