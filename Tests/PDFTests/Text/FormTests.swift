import Testing

@Suite struct FormTests {
    private func file(_ forms: [String]) -> [UInt8] {
        var fixture = PDFFixture()
        fixture.nextNumber = 50
        let root = fixture.addPages(
            ["q /X0 Do Q /X0 Do"], resources: "/XObject<</X0 10 0 R>>")
        for (index, form) in forms.enumerated() {
            fixture.add(
                "/Type/XObject/Subtype/Form/Matrix[1 0 0 1 50 100]/Resources<<\(PDFFixture.helvetica)"
                    + "/XObject<</X0 \(11 + index) 0 R/Self 10 0 R>>>>", deflated: Array(form.utf8), as: 10 + index)
        }
        return fixture.file(root: root)
    }

    @Test func `Forms are followed, each once a page`() throws {
        let parts = try Parts(
            file(["BT /F1 10 Tf (outer) Tj ET /X0 Do /Self Do", "BT /F1 10 Tf (\(TestToken.short)) Tj ET"]))
        #expect(parts["page 1"] == "\(TestToken.short)\nouter\n")
        #expect(parts.names == ["page 1"])
    }

    @Test func `A long chain of forms ends`() throws {
        let forms = (0..<40).map { "BT /F1 10 Tf (form\($0)) Tj ET /X0 Do" }
        let parts = try Parts(file(forms))
        #expect(parts["page 1"].hasSuffix("form1\nform0\n"))
        #expect(parts.errors.isEmpty)
    }

    @Test func `A form that no page paints is told by itself`() throws {
        let parts = try Parts(
            file(["BT /F1 10 Tf (a) Tj ET", "BT /F1 10 Tf [(\(TestToken.short.prefix(3)))(z)] TJ ET"]))
        #expect(parts["object 11"] == "\(TestToken.short.prefix(3))z\n")
    }
}
