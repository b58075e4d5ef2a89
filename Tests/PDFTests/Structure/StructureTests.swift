import Testing

@testable import PDF

@Suite struct StructureTests {
    private static let shown = "BT /F1 10 Tf 50 700 Td (\(TestToken.short)) Tj ET"

    @Test func `Without a cross reference table nothing is lost`() throws {
        let file = PDFFixture.pages([Self.shown])
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.contains("xref"))
        let bare = Array(file.prefix(file.count - 200))
        #expect(try Parts(bare).parts.map { String(decoding: $0.bytes, as: UTF8.self) } == [TestToken.short + "\n"])
    }

    @Test func `The length of a stream may be wrong, missing or elsewhere`() throws {
        for length in ["99999999999999999999", "1", "-5", "(x)", "20 0 R", "21 0 R", "22 0 R"] {
            var fixture = PDFFixture()
            fixture.nextNumber = 50
            let root = fixture.addPages(["q"])
            let stream = "<</Length \(length)>>stream\r\n\(Self.shown)\r\nendstream"
            fixture.add(stream, as: 50)
            fixture.add("\(Self.shown.utf8.count)", as: 20)
            fixture.add("21 0 R", as: 21)
            #expect(try Parts(fixture.file(root: root))["page 1"] == TestToken.short + "\n", "\(length)")
        }
    }

    @Test func `A file within a file does not replace its objects`() throws {
        let inner = PDFFixture.pages(["BT /F1 10 Tf (inner) Tj ET"])
        var fixture = PDFFixture()
        let root = fixture.addPages([Self.shown])
        let file = fixture.add("/Type/EmbeddedFile", stream: inner)
        let parts = try Parts(fixture.file(root: root))
        #expect(parts.names == ["page 1", "attachment/object \(file)"])
        #expect(parts["page 1"] == TestToken.short + "\n")
        #expect(parts.parts[1].bytes == inner)
    }

    @Test func `Objects without an end cost no more than linear time`() throws {
        let opened = Array("%PDF-1.4\n".utf8) + Array(String(repeating: "1 0 obj(\n", count: 40_000).utf8)
        #expect(throws: PDFError.limit) { try PDFReader(opened, limit: 1 << 20, shouldStop: { false }) }
        let nested = Array("%PDF-1.4\n1 0 obj ".utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        #expect(throws: PDFError.damaged("there is no object in it")) {
            try PDFReader(nested, limit: 1 << 20, shouldStop: { false })
        }
        let streams = Array("%PDF-1.4\n".utf8) + Array(String(repeating: "1 0 obj<</A 1>>stream\n", count: 40_000).utf8)
        #expect(try Parts(streams).parts.isEmpty)
    }

    @Test func `Comments and objects that lie over each other cost no more than linear time`() throws {
        let comments = Array("%PDF-1.4\n".utf8) + Array(String(repeating: "1 0 obj 1 %", count: 40_000).utf8)
        #expect(try Parts(comments).parts.isEmpty)
        var head = ""
        for number in 100..<20_000 { head += "\(number) 0 " }
        let body = "[" + String(repeating: "(abcdefgh)", count: 12_000)
        for end in ["", "]"] {
            var fixture = PDFFixture()
            let root = fixture.addPages([])
            fixture.add("/Type/ObjStm/N 20000/First \(head.utf8.count)", deflated: Array((head + body + end).utf8))
            #expect(try Parts(fixture.file(root: root)).errors == [.limit])
        }
    }

    @Test func `Object streams that lie do no harm`() {
        let bytes = Array("5 0 6 9999999 -7 3 8 2 <</A 1>>".utf8)
        let dictionary: [String: PDFObject] = ["First": .integer(23), "N": .integer(1 << 60)]
        #expect(ObjectStream(bytes, dictionary).objects.map(\.number) == [5, 8])
        #expect(ObjectStream(bytes, ["First": .integer(-1), "N": .integer(3)]).objects.isEmpty)
        #expect(ObjectStream(bytes, [:]).objects.isEmpty)
    }

    @Test func `Not every file that says so is one`() {
        #expect(throws: PDFError.damaged("there is no object in it")) {
            try PDFReader(Array("%PDF-1.7 hello".utf8), limit: 1000, shouldStop: { false })
        }
        #expect(throws: PDFError.self) { try PDFReader([], limit: 1000, shouldStop: { false }) }
    }
}
