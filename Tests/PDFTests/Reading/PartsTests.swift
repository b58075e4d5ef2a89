import PDF
import Testing

@Suite struct PartsTests {
    private static let shown = "BT /F1 10 Tf 50 700 Td (\(TestToken.short)) Tj ET"

    @Test func `Parts come in order`() throws {
        var fixture = PDFFixture()
        fixture.add("/Type/Metadata", deflated: Array("<x>\(TestToken.long)</x>".utf8))
        let file = fixture.add("/Type/EmbeddedFile", deflated: Array("id,\(TestToken.short)\n".utf8))
        let loose = fixture.add("/Type/EmbeddedFile", stream: Array("plain".utf8))
        fixture.add("<</Type/Filespec/F(a.csv)/UF<FEFF006400fc002E006300730076>/EF<</F \(file) 0 R>>>>")
        fixture.add("/Subtype/Image/Width 1/Height 1", deflated: [1, 2, 3])
        fixture.add("/Length1 100", deflated: [1, 2, 3])
        fixture.add("<</Info<</Title<41>>>>>")
        let root = fixture.addPages([Self.shown, "", Self.shown])
        let parts = try Parts(fixture.file(root: root))
        // The names of a Filespec are encoded here, and told.
        #expect(
            parts.names == [
                "page 1", "page 3", "strings", "attachment/dü.csv", "attachment/object \(loose)", "object 1",
            ])
        #expect(parts["attachment/dü.csv"] == "id,\(TestToken.short)\n")
        #expect(parts["object 1"] == "<x>\(TestToken.long)</x>")
        #expect(parts["strings"] == "UF: dü.csv\nTitle: A\n")
        #expect(parts.errors.isEmpty)
    }

    @Test func `Earlier revisions and pages that nothing leads to are told`() throws {
        var fixture = PDFFixture()
        let root = fixture.addPages([Self.shown])
        let content = 1
        fixture.add("<</Type/Page/Contents \(content) 0 R/Resources<<\(PDFFixture.helvetica)>>>>", as: 70)
        fixture.add("<</Title<\("old".utf8.map { String($0, radix: 16) }.joined())>>>", as: 71)
        fixture.add("/Type/Metadata", deflated: Array("first".utf8), as: 72)
        fixture.add("<</Title<6E6577>>>", as: 71)
        fixture.add("/Type/Metadata", deflated: Array("second".utf8), as: 72)
        let parts = try Parts(fixture.file(root: root))
        #expect(parts.names == ["page 1", "object 70", "strings", "object 72, replaced", "object 72"])
        #expect(parts["strings"] == "Title: old\nTitle: new\n")
        #expect(parts["object 72, replaced"] == "first")
        #expect(parts["object 70"] == TestToken.short + "\n")
    }

    @Test func `What a page showed in an earlier revision is told as text`() throws {
        var fixture = PDFFixture()
        let root = fixture.addPages(["BT /F1 10 Tf 50 700 Td [(\(TestToken.short.prefix(4)))-5(z)] TJ ET"])
        fixture.add(deflated: Array("BT /F1 10 Tf 50 700 Td (removed) Tj ET".utf8), as: 1)
        let parts = try Parts(fixture.file(root: root))
        #expect(parts.names == ["page 1", "object 1, replaced"])
        #expect(parts["page 1"] == "removed\n")
        #expect(parts["object 1, replaced"] == TestToken.short.prefix(4) + "z\n")
    }

    @Test func `An error of one part does not lose the others`() throws {
        var fixture = PDFFixture()
        let root = fixture.addPages([Self.shown, Self.shown])
        // The content of page 1 again, with a filter that nobody knows.
        fixture.add("/Filter/Unheard", stream: [1, 2, 3], as: 1)
        fixture.add("/Filter/FlateDecode", stream: [1, 2, 3], as: 60)
        let parts = try Parts(fixture.file(root: root))
        #expect(parts["page 2"] == TestToken.short + "\n")
        #expect(parts.errors.contains(.unsupported("a filter that is none of text")))
        #expect(parts.errors.contains(.damaged("a stream cannot be decoded")))
    }

    @Test func `A page tree may lead in a circle`() throws {
        var fixture = PDFFixture()
        fixture.add("<</Type/Catalog/Pages 2 0 R>>")
        fixture.add("<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]>>")
        fixture.add("<</Type/Pages/Kids[2 0 R 4 0 R]/Resources<<\(PDFFixture.helvetica)>>>>")
        fixture.add("<</Type/Page/Contents[5 0 R 5 0 R]>>")
        fixture.add(deflated: Array(Self.shown.utf8))
        #expect(try Parts(fixture.file(root: 1)).names == ["page 1"])
    }

    @Test func `A limit cuts, and is told`() throws {
        var fixture = PDFFixture()
        for _ in 0..<4 { fixture.add(deflated: [UInt8](repeating: 97, count: 1000)) }
        let root = fixture.addPages([])
        let parts = try Parts(fixture.file(root: root), limit: 2500)
        #expect(parts.parts.map(\.bytes.count) == [1000, 1000, 500])
        #expect(parts.parts.map(\.isCut) == [false, false, true])
        #expect(parts.errors == [.limit])
        #expect(try Parts(fixture.file(root: root), limit: 0).errors == [.limit])
    }

    @Test func `Reading stops when it should`() throws {
        let file = PDFFixture.pages([Self.shown])
        #expect(throws: PDFError.stopped) { try PDFReader(file, limit: 1 << 20, shouldStop: { true }) }
        var calls = 0
        let reader = try PDFReader(file, limit: 1 << 20) {
            calls += 1
            return calls > 3
        }
        #expect(throws: PDFError.stopped) { while try reader.next() != nil {} }
        #expect(try reader.next() == nil)
    }
}
