import Testing

@testable import PDF

@Suite struct StringTests {
    private static func hex(_ text: String) -> String {
        "<" + text.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + ">"
    }

    private static func wide(_ text: String) -> String {
        "<FEFF" + text.utf16.map { unit in [12, 8, 4, 0].map { String(unit >> $0 & 15, radix: 16) }.joined() }.joined()
            + ">"
    }

    private func strings(_ body: String) throws -> String {
        var fixture = PDFFixture()
        let root = fixture.addPages([])
        fixture.add(body)
        return try Parts(fixture.file(root: root))["strings"]
    }

    @Test func `Encoded strings are told with their key`() throws {
        #expect(try strings("<</Author \(Self.hex(TestToken.short))>>") == "Author: \(TestToken.short)\n")
        #expect(try strings("<</Title \(Self.wide("Schlüssel \u{1F511}"))>>") == "Title: Schlüssel \u{1F511}\n")
        #expect(
            try strings("<</A<</S/URI/URI(https://a/\\(\(TestToken.short)\\))>>>>")
                == "URI: https://a/(\(TestToken.short))\n")
        #expect(try strings("<</Contents(a\\rb\\r\\nc\\nd)>>") == "Contents: a\nb\nc\nd\n")
        #expect(try strings("<</Names[(x\\050)<</JS \(Self.hex("run()"))>>]>>") == "Names: x(\nJS: run()\n")
    }

    @Test func `What stands in the file as it is need not be told`() throws {
        #expect(try strings("<</Author(\(TestToken.short))/Keywords(a (b) c)>>") == "")
    }

    @Test func `What is compressed is told`() throws {
        var fixture = PDFFixture()
        let root = fixture.addPages([])
        fixture.add(objects: [(60, "<</Title(\(TestToken.short))/ID[(x)]>>"), (61, "[(one)(two)]"), (62, "(three)")])
        let parts = try Parts(fixture.file(root: root))
        #expect(parts["strings"] == "Title: \(TestToken.short)\ntext: one\ntext: two\ntext: three\n")
        #expect(parts.names == ["strings"])
    }

    @Test func `A form field's value stands behind its name`() throws {
        let field = "<</T\(Self.wide("api key"))/V\(Self.hex(TestToken.short))/TU\(Self.hex("hint"))>>"
        #expect(try strings(field) == "T: api key\nTU: hint\napi key: \(TestToken.short)\n")
    }

    @Test func `Bytes that are no text are left out`() throws {
        #expect(try strings("<</Contents<00010203>/Cert<8000FF>>>") == "")
    }

    @Test func `Text strings`() {
        #expect(TextString.utf8([0x80, 0x61, 0xE9]) == Array("•aé".utf8))
        #expect(TextString.utf8(Array("é".utf8)) == Array("é".utf8))
        #expect(TextString.utf8([0xEF, 0xBB, 0xBF, 0x61]) == [0x61])
        #expect(TextString.utf8([0xFF, 0xFE, 0x61, 0]) == [0x61])
        #expect(TextString.utf8([0xFE, 0xFF, 0x61]) == [])
        #expect(TextString.utf8([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61]) == [0x61])
        #expect(TextString.name([0x66, 0xFC, 0x00]) == [0x66, 0xFC])
        #expect(TextString.name([0xFE, 0xFF, 0x00, 0xFC]) == Array("ü".utf8))
    }
}
