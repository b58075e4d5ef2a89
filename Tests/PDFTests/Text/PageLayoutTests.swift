import Testing

@Suite struct PageLayoutTests {
    private func page(_ content: String, resources: String = PDFFixture.helvetica) throws -> String {
        try Parts(PDFFixture.pages([content], resources: resources))["page 1"]
    }

    @Test func `A string is a line`() throws {
        #expect(try page("BT /F1 10 Tf 50 700 Td (token: \(TestToken.long)) Tj ET") == "token: \(TestToken.long)\n")
    }

    @Test func `Pieces with kerning are one word`() throws {
        let pieces = TestToken.long.map { "(\($0))\(["20", "-35", "0", "55"].randomElement() ?? "0")" }.joined()
        #expect(try page("BT /F1 10 Tf 50 700 Td [\(pieces)] TJ ET") == TestToken.long + "\n")
    }

    @Test func `A wide step is a blank, and a very wide one a tab`() throws {
        #expect(try page("BT /F1 10 Tf 50 700 Td [(key)-300(is)-5000(far)] TJ ET") == "key is\tfar\n")
    }

    @Test func `Letters by themselves are put in order`() throws {
        var x = 50.0
        let letters = TestToken.long.map { letter in
            defer { x += 6 }
            return "1 0 0 1 \(x) 700 Tm (\(letter)) Tj"
        }
        let content = "BT /F1 10 Tf \(letters.shuffled().joined(separator: " ")) ET"
        #expect(
            try page(content, resources: "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>")
                == TestToken.long + "\n")
    }

    @Test func `Each baseline is a line, from the top down`() throws {
        let content =
            "BT /F1 10 Tf 12 TL 50 600 Td (three) Tj T* (four) Tj (five) ' ET BT 50 700 Td (one) Tj ET "
            + "BT 1 0 0 1 50 688.5 Tm (two) Tj 0 1 Ts (up) Tj ET"
        #expect(try page("/F1 10 Tf " + content) == "one\ntwoup\nthree\nfour\nfive\n")
    }

    @Test func `Cells of a row are put side by side, whatever their order`() throws {
        let content =
            "BT /F1 10 Tf 50 700 Td (user) Tj 0 -20 Td (password) Tj 200 20 Td (me) Tj 0 -20 Td "
            + "(\(TestToken.short)) Tj ET"
        #expect(try page(content) == "user\tme\npassword\t\(TestToken.short)\n")
    }

    @Test(arguments: ["0 1 -1 0 300 100", "-1 0 0 -1 500 700", "0.866 0.5 -0.5 0.866 100 100"])
    func `Turned text is read along its way`(matrix: String) throws {
        let content = "q \(matrix) cm BT /F1 10 Tf [(\(TestToken.short))] TJ 0 -12 Td (next) Tj ET Q"
        #expect(try page(content) == "\(TestToken.short)\nnext\n")
    }

    @Test func `What is painted twice for bold letters is told once`() throws {
        let content =
            "BT /F1 10 Tf 1 0 0 1 50 700 Tm (\(TestToken.short)) Tj 1 0 0 1 50.4 700 Tm (\(TestToken.short)) Tj ET"
        #expect(try page(content) == TestToken.short + "\n")
    }

    @Test func `Soft hyphens vanish at the end of a line and are hyphens within`() throws {
        let content = "BT /F1 10 Tf 12 TL 50 700 Td (a\\255b c\\255) Tj T* (d) Tj ET"
        #expect(try page(content) == "a-b c\nd\n")
    }

    @Test func `Blanks made of character spacing are blanks, and letter-spaced words stay whole`() throws {
        let content = "BT /F1 10 Tf 3 Tc 50 700 Td (a) Tj (b) Tj 0 -20 Td (\(TestToken.long)) Tj ET"
        #expect(try page(content) == "a b\n\(TestToken.long)\n")
    }

    @Test func `Inline images are passed over`() throws {
        let content = "BT /F1 10 Tf 50 700 Td (a) Tj ET BI /W 2 /H 2 ID (((EI<< EI Q BT /F1 10 Tf 50 600 Td (b) Tj ET"
        #expect(try page(content) == "a\nb\n")
    }

    @Test func `Numbers without end do no harm`() throws {
        let huge = String(repeating: "9", count: 400)
        let content =
            "BT /F1 \(huge) Tf \(huge) \(huge) \(huge) 1 1 -\(huge) cm \(huge) 0 Td (a) Tj \(huge) Tc (b) Tj ET"
        #expect(try !page(content).isEmpty)
    }

    @Test func `A page of very many strings is told in pieces`() throws {
        let content = "BT /F1 1 Tf 1 0 0 1 0 700 Tm " + String(repeating: "(a)Tj ", count: 270_000) + "ET"
        let lines = try page(content).split(separator: "\n")
        #expect(lines.map(\.utf8.count) == [262_144, 7856])
    }
}
