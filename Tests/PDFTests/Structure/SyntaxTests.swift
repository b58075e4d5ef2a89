import Testing

@testable import PDF

@Suite struct SyntaxTests {
    private func parse(_ text: String) -> PDFObject? {
        var parser = ObjectParser(Lexer(Array(text.utf8)))
        return parser.object()
    }

    @Test(arguments: [
        ("12", 12.0), ("-.5", -0.5), ("+3.", 3), ("--4", -4), ("1.5.2", 1.5), ("12-3", 12), ("0.000001", 0.000001),
        ("99999999999999999999", 1e18),
    ])
    func `Numbers`(text: String, value: Double) throws {
        #expect(try #require(parse(text)?.number) == value)
    }

    @Test func `Strings`() {
        func bytes(_ text: String) -> String? { parse(text)?.stringBytes.map { String(decoding: $0, as: UTF8.self) } }
        #expect(bytes("(a(b)\\)\\n\\101\\0012\\q\\\nc)") == "a(b))\nA\u{1}2qc")
        #expect(bytes("<4 1 4>") == "A@")
        #expect(bytes("(a") == nil)
        #expect(bytes("<41") == nil)
        #expect(parse("/A#42#zz%comment")?.nameValue == "AB#zz")
    }

    @Test func `Containers`() {
        let object = parse("<</A[1 0 R true null(x)]/B<</C/D>>/A 5 junk/E>>")
        #expect(object?.entries?["A"]?.integerValue == 5)
        #expect(object?.entries?["B"]?.entries?["C"]?.nameValue == "D")
        #expect(parse("[1 0 R 2 0 R]")?.elements?.compactMap(\.referenceNumber) == [1, 2])
        #expect(parse("[R 1 R]")?.elements?.count == 1)
        for broken in ["[1", "<</A", ">>", "]", "[>>", "<<]", "", "endobj", "[endobj]", "foo"] {
            #expect(parse(broken) == nil, "\(broken)")
        }
        #expect(parse(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) != nil)
        #expect(parse(String(repeating: "[", count: 300) + String(repeating: "]", count: 300)) == nil)
    }

    @Test func `What is written is read again`() {
        let text = "<</A#20b [1 -2.5 (x\\)) true null 7 0 R] /C <</D <0041>>>>>"
        let written = parse(text).map(ObjectWriter.text)
        #expect(written == "<</A#20b [1 -2.5 <7829> true null 7 0 R] /C <</D <0041>>>>>")
        #expect(written.flatMap(parse).map(ObjectWriter.text) == written)
    }
}
