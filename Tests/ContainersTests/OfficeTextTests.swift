import Testing

@testable import Containers

/// The text of office documents, without what programs write into it.
@Suite struct OfficeTextTests {
    private static func text(_ xml: String, step: Int = 1 << 20) -> String {
        var text = OfficeText()
        let bytes = Array(xml.utf8)
        for start in stride(from: 0, to: bytes.count, by: step) {
            text.take(bytes.span.extracting(start..<min(bytes.count, start + step)))
        }
        return String(decoding: text.text, as: UTF8.self)
    }

    private static let document = """
        <?xml version="1.0"?>
        <w:document xmlns:w="a>b"><w:body><w:p><w:r><w:t>ab</w:t></w:r><w:proofErr w:type="x"/><w:r><w:rPr/>\
        <w:t xml:space="preserve">cd </w:t></w:r><w:r><w:tab/><w:t>&#65;&amp;&#x42;&lt;</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:t>1</w:t></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
        """

    @Test(arguments: [1, 2, 7, 1000]) func runsAreJoined(step: Int) {
        #expect(Self.text(Self.document, step: step) == "abcd \tA&B<\n1\n\t\n")
    }

    @Test func cellsAndRowsStayApart() {
        let sheet = "<worksheet><row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row></worksheet>"
        #expect(Self.text(sheet) == "0\t1\t\n2\t\n")
        #expect(Self.text("<sst><si><r><t>k</t></r><r><t>ey</t></r></si><si><t>v</t></si></sst>") == "key\nv\n")
        let odt = "<office:document-content><text:p>a<text:s/>b<text:span>c</text:span><text:line-break/>d</text:p>"
        #expect(Self.text(odt) == "a bc\nd\n")
    }

    @Test func documentsAreRecognised() {
        func begins(_ text: String) -> Bool { OfficeText.begins(Array(text.utf8).span) }
        #expect(begins(Self.document) && begins("\u{FEFF}<sst>") && begins("<?xml?>\n<office:document-content>"))
        #expect(!begins("<html><body>") && !begins("") && !begins("w:document") && !begins("<?xml?><project>"))
    }

    /// Whatever stands there, it ends, and never traps.
    @Test func damageIsRead() {
        for text in ["<", "<a", "<a b='", "&", "&#xFFFFFFFFFFFF;", "&#99999999999999999999;", "</:>", "<:/>", "&;&&;;"]
        {
            _ = Self.text(text)
        }
    }
}
