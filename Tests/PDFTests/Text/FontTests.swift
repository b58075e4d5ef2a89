import Testing

@Suite struct FontTests {
    private func page(_ font: String, _ shown: String, map: String? = nil) throws -> String {
        var fixture = PDFFixture()
        fixture.nextNumber = 50
        let root = fixture.addPages(
            ["BT /F1 10 Tf 50 700 Td \(shown) Tj ET"], resources: "/Font<</F1<</Type/Font\(font)>>>>")
        if let map { fixture.add(deflated: Array(map.utf8), as: 40) }
        return try Parts(fixture.file(root: root))["page 1"]
    }

    private static let composite =
        "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[3[500 600]10 20 700]/DW 1000>>]"

    private static let map = """
        /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0003> <0041> <0004> <00660069> endbfchar
        2 beginbfrange <0005> <0007> <0042> <0010> <0012> [<0078> <D83DDE00> <0079>] endbfrange
        1 beginbfrange <0100> <FFFF> <4E00> endbfrange endcmap
        """

    @Test func `ToUnicode maps say what codes are`() throws {
        let shown = "<00030004000500060007001000110012>"
        #expect(try page(Self.composite + "/ToUnicode 40 0 R", shown, map: Self.map) == "AfiBCDx\u{1F600}y\n")
    }

    @Test func `Without a map there is nothing to say`() throws {
        #expect(try page(Self.composite, "<0003000400050006>") == "")
    }

    @Test func `Codes may have one to four bytes`() throws {
        let map = """
            3 begincodespacerange <00> <7F> <8140> <9FFC> <E0000000> <E0FFFFFF> endcodespacerange
            1 beginbfrange <00> <7F> <0000> endbfrange
            2 beginbfchar <8140> <0058> <E0000001> <0059> endbfchar
            """
        let font = "/Subtype/Type0/Encoding 40 0 R/ToUnicode 40 0 R/DescendantFonts[<<>>]"
        #expect(try page(font, "<618140E000000162>", map: map) == "aXYb\n")
    }

    @Test(arguments: [("UniJIS-UTF16-H", "<00610062>"), ("90ms-RKSJ-H", "<61824262>")])
    func `Predefined maps show at least ASCII`(encoding: String, shown: String) throws {
        #expect(try page("/Subtype/Type0/Encoding/\(encoding)/DescendantFonts[<<>>]", shown) == "ab\n")
    }

    @Test func `Differences name glyphs`() throws {
        let font =
            "/Subtype/Type1/Encoding<</BaseEncoding/WinAnsiEncoding/Differences"
            + "[1/A/uni0042 5/u0043/fi/a.sc/f_i/unknown/underscore]>>"
        #expect(try page(font, "<0102050607080A0961>") == "ABCfiafi_a\n")
    }

    @Test(arguments: [
        ("WinAnsiEncoding", "<80E9>", "€é"), ("MacRomanEncoding", "<8EDE>", "éfi"),
        ("StandardEncoding", "<AEB1>", "fi–"),
    ])
    func `Named encodings`(name: String, shown: String, text: String) throws {
        #expect(try page("/Subtype/Type1/Encoding/\(name)", shown) == text + "\n")
    }

    @Test func `A Type 1 font may bring its encoding along`() throws {
        let program =
            "%!PS-AdobeFont-1.0\n/FontName /X def /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for "
            + "dup 58 /period put dup 33 /A put readonly def currentfile eexec"
        let font = "/Subtype/Type1/FontDescriptor<</FontFile 40 0 R>>"
        #expect(try page(font, "(:!b)", map: program) == ".Ab\n")
    }

    @Test func `Widths of a font decide about gaps`() throws {
        let font = "/Subtype/TrueType/FirstChar 97/Widths[2000 2000]"
        #expect(try page(font, "(a) Tj 20 0 Td (b) Tj 25 0 Td (a)") == "ab a\n")
    }

    @Test func `Maps that make no sense do no harm`() throws {
        let map =
            "1 begincodespacerange <> <FFFFFFFFFF> endcodespacerange 9 beginbfrange <0005> <0001> <0041> "
            + "<00> <FFFFFFFF> <> <0003> <0004> [] <0003> (a <0001>"
        #expect(try page(Self.composite + "/ToUnicode 40 0 R", "<00030004>", map: map) == "")
    }
}
