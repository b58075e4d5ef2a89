import Testing

@testable import Scoring

/// How values are written, read back from marked lines.
@Suite struct AssignedTextTests {
    /// The line without its marks, and what is read from it.
    private func read(_ marked: String) throws -> (text: AssignedText, line: [UInt8]) {
        let line = try MarkedLine(marked)
        return (AssignedText(line.bytes.span, match: line.match, secret: line.value), line.bytes)
    }

    @Test(arguments: [
        (#"db_¦password = "«x y»""#, AssignedText.Sign.equals, UInt8(ascii: "\"")),
        ("¦PASSWORD=«abc»", .equals, 0), ("¦password: «abc»", .colon, 0), (#"{"¦token":"«abc»"}"#, .colon, 0x22),
        ("'¦token' => '«abc»'", .arrow, 0x27), (#"¦token := "«abc»""#, .becomes, 0x22),
        (#"if (¦token == "«abc»")"#, .comparison, 0x22), (#"set("¦token", "«abc»")"#, .comma, 0x22),
        (#"set¦Password("«abc»")"#, .call, 0x22), ("<¦password>«abc»</password>", .tag, 0),
        (#"<add key="¦password" value="«abc»"/>"#, .valueAttribute, 0x22), (#"¦password is "«abc»""#, .words, 0x22),
        ("--¦password «abc»", .blank, 0), (#"¦token: str = "«abc»""#, .equals, 0x22),
        (#"\"¦token\":\"«abc»\""#, .colon, 0x22), (#"¦token != "«abc»""#, .comparison, 0x22),
    ])
    func signs(marked: String, sign: AssignedText.Sign, quote: UInt8) throws {
        let (text, _) = try read(marked)
        #expect(text.sign == sign)
        #expect(text.quote == quote)
    }

    @Test(arguments: [
        ("  my.db-¦password = «abc»", "my.db-password"), (#"x["app_¦secretKey"] = "«abc»""#, "app_secretKey"),
        ("$this->¦passwd = '«abc»'", "passwd"),
    ])
    func names(marked: String, name: String) throws {
        let (text, line) = try read(marked)
        #expect(String(decoding: line[text.name], as: UTF8.self) == name)
    }

    @Test func wrappersAndEscapes() throws {
        #expect(try read(#"¦key = Base64.decode("«abc»")"#).text.isWrapped)
        #expect(try !read(#"¦key = ("«abc»")"#).text.isWrapped)
        #expect(try read(#"\\\"¦key\\\": \\\"«abc»\\\""#).text.backslashes == 3)
        #expect(try read("¦key:\n  «abc»").text.crossesLine)
    }

    @Test func theLinesAroundAreFound() throws {
        let (text, line) = try read("above\n  let ¦key = \"«abc»\" // end\nbelow")
        func piece(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
        #expect(piece(text.lineBefore) == "  let ")
        #expect(piece(text.lineAfter) == "\" // end")
        #expect(piece(text.lineAbove) == "above")
        #expect(piece(text.lineBelow) == "below")
    }

    @Test func whatLiesBeyondTheReachDoesNotMatter() throws {
        let near = String(repeating: "n", count: 299)
        for far in ["", "far away", String(repeating: "f\n", count: 400)] {
            let (text, line) = try read(far + "\n" + near + " ¦key = \"«abc»\"" + near + "\n" + far)
            var features = FeatureVector()
            let match = text.keyword..<text.value.upperBound
            AssignmentFeatures(line.span, match: match, secret: text.value, file: .unknown)
                .write(line.span, to: &features)
            #expect(text.lineBefore.count <= AssignedText.reach.before)
            #expect(text.lineAfter.count <= AssignedText.reach.after)
        }
    }
}
