import Testing

@testable import Baselines

@Suite struct JSONScannerTests {
    private static func members(_ text: String) throws(JSONError) -> [JSONMember] {
        try JSONScanner.members(of: Array(text.utf8)[...])
    }

    @Test(arguments: [
        "0", "-0", "12", "1.5", "-1.25E+10", "1e5", "true", "false", "null", "\"\"", "\"a\\\"b\\\\\"", "\"\\u00Fc\"",
        "[]", "[ ]", "{}", "{ }", "[1,[2,{\"a\":[]}]]", "{\"a\":{\"a\":1,\"a\":2}}",
    ])
    func valuesStayAsTheyAre(value: String) throws {
        let members = try Self.members(" { \"x\" : \(value) ,\"y\":1}\r")
        #expect(members.map(\.name) == ["x", "y"])
        #expect(members[0].value == Array(value.utf8))
    }

    @Test(arguments: [
        "01", "-", "1.", ".5", "1e", "1e+", "+1", "tru", "nul", "True", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"",
        "\"\\u12G4\"", "\"\t\"", "[", "[1", "[1,", "[1,]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}",
        "'a'", "", "1 2", "]", "}", "[1}", "NaN", "// no",
    ])
    func whatIsNoValueIsRefused(value: String) {
        #expect(throws: JSONError.self) { try Self.members("{\"x\":\(value)}") }
    }

    @Test func errorsNameTheColumn() {
        #expect(throws: JSONError(column: 6, what: "a value should begin here")) { try Self.members("{\"x\":?}") }
        #expect(throws: JSONError(column: 3, what: "something follows the object")) { try Self.members("{}}") }
        #expect(throws: JSONError(column: 8, what: "a name stands twice in the object")) {
            try Self.members("{\"a\":1,\"\\u0061\":2}")
        }
    }

    @Test func stringsAreDecodedAndEncoded() {
        let pairs: [(String, String)] = [
            (#"a\n\t\r\b\f\/\\\""#, "a\n\t\r\u{8}\u{C}/\\\""), (#"\u00fc\uD83D\uDD11x"#, "ü🔑x"), ("ü🔑", "ü🔑"), ("", ""),
        ]
        for (text, meaning) in pairs {
            #expect(JSONText.decoded(Array(text.utf8)[...]) == meaning)
            #expect(JSONText.decoded(JSONText.encoded(meaning).dropFirst().dropLast()) == meaning)
        }
        for half in [#"\ud800"#, #"\udc00"#, #"\ud800x"#, #"\udc00\ud800"#] {
            #expect(JSONText.decoded(Array(half.utf8)[...]) == nil)
        }
        #expect(
            JSONText.encoded("\u{0}\u{1F}\u{7F}\u{202E}\u{E0001}")
                == Array(#""\u0000\u001f\u007f\u202e\udb40\udc01""#.utf8))
    }
}
