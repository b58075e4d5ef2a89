import PDF
import Testing

@Suite struct EncryptionTests {
    /// One page, a title in an object stream and one beside it, and an embedded file; the catalog is compressed too.
    static func file(_ method: EncryptionFixture.Method, password: String = "") -> [UInt8] {
        let encryption = EncryptionFixture(method, password: password)
        var fixture = PDFFixture()
        fixture.encrypt = encryption.encrypt
        fixture.trailer = "/Encrypt 90 0 R/ID[<\(EncryptionFixture.id)><\(EncryptionFixture.id)>]"
        fixture.add(deflated: Array("BT /F1 10 Tf 50 700 Td (\(TestToken.long)) Tj ET".utf8), as: 1)
        fixture.add(objects: [
            (10, "<</Type/Catalog/Pages 11 0 R>>"), (11, "<</Type/Pages/Kids[12 0 R]/Count 1>>"),
            (12, "<</Type/Page/Contents 1 0 R/Resources<<\(PDFFixture.helvetica)>>>>"),
            (13, "<</Title(\(TestToken.short))>>"),
        ])
        let author = encryption.encrypt(20, Array("someone".utf8)).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        fixture.add("<</Author<\(author.joined())>/Other 13 0 R>>", as: 20)
        fixture.add("/Type/EmbeddedFile", stream: Array("attached".utf8), as: 21)
        fixture.add(encryption.dictionary, as: 90)
        return fixture.file(root: 10)
    }

    @Test(arguments: EncryptionFixture.Method.allCases)
    func `The empty password opens`(method: EncryptionFixture.Method) throws {
        let parts = try Parts(Self.file(method))
        #expect(parts["page 1"] == TestToken.long + "\n")
        #expect(parts["strings"] == "Author: someone\nTitle: \(TestToken.short)\n")
        #expect(parts["attachment/object 21"] == "attached")
        #expect(parts.errors.isEmpty)
    }

    @Test func `Bytes in front of the header are not counted`() throws {
        let parts = try Parts(Array("junk\n".utf8) + Self.file(.rc4))
        #expect(parts["page 1"] == TestToken.long + "\n")
    }

    @Test(arguments: EncryptionFixture.Method.allCases)
    func `Another password is asked for`(method: EncryptionFixture.Method) {
        #expect(throws: PDFError.encrypted) {
            try PDFReader(Self.file(method, password: "x"), limit: 1 << 20, shouldStop: { false })
        }
    }

    @Test func `Encryption that nobody knows`() {
        let file = String(decoding: PDFFixture.pages(["q"]), as: UTF8.self)
        let bytes = Array(file.replacing("/Root", with: "/Encrypt<</Filter/Unheard/V 9/R 9>>/Root").utf8)
        #expect(throws: PDFError.self) { try PDFReader(bytes, limit: 1 << 20, shouldStop: { false }) }
    }
}
