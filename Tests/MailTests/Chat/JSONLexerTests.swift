import Testing

@testable import Mail

@Suite("JSON in pieces") struct JSONLexerTests {
    /// The tokens of a text that comes in pieces: strings in quotes, names with a colon.
    private static func tokens(_ text: String, piece: Int = 1000, limit: Int = 1000) -> [String] {
        let bytes = Array(text.utf8)
        var lexer = JSONLexer(limit: limit)
        var tokens: [String] = []
        var index = 0
        while index < bytes.count {
            let end = min(bytes.count, index + piece)
            while index < end, let token = lexer.next(bytes.span, &index, end) {
                let string = String(decoding: lexer.text.storage[lexer.text.start..<lexer.text.end], as: UTF8.self)
                switch token {
                case .beginObject: tokens.append("{")
                case .endObject: tokens.append("}")
                case .beginArray: tokens.append("[")
                case .endArray: tokens.append("]")
                case .name: tokens.append(string + ":")
                case .string: tokens.append("'" + string)
                }
            }
        }
        return tokens
    }

    @Test("Structure and escapes", arguments: [1, 2, 3, 7, 1000])
    func pieces(piece: Int) {
        let text =
            "{\"a\":[1,\"b\\n\\u0041\\/\\\"\",true,{\"c\":null,\"d\":\"\"}],"
            + "\"\\u0065\":\"\\ud83d\\ude00 é\\uD83D!\\uDE00\"}"
        #expect(
            Self.tokens(text, piece: piece) == [
                "{", "a:", "[", "'b\nA/\"", "{", "c:", "d:", "'", "}", "]", "e:", "'😀 é\u{FFFD}!\u{FFFD}", "}",
            ])
    }

    @Test(
        "What is no JSON is passed over",
        arguments: [
            ("]}", []), ("{]", ["{", "}"]), ("[}", ["[", "]"]), ("\"a\" \"b\"", ["'a", "'b"]),
            ("{\"a\"}", ["{", "a:", "}"]),
            ("[\"\\u12x\"]", ["[", "'x", "]"]), ("[\"\\q\"]", ["[", "'q", "]"]), ("[\"a", ["["]),
            ("{,\"a\":1,:\"b\"}", ["{", "a:", "'b", "}"]),
        ])
    func damage(text: String, tokens: [String]) {
        #expect(Self.tokens(text) == tokens)
        #expect(Self.tokens(text, piece: 1) == tokens)
    }

    @Test("Depth and length are bounded")
    func bounds() {
        let deep = String(repeating: "[", count: 100_000) + "\"x\"" + String(repeating: "]", count: 100_000)
        let tokens = Self.tokens("[\(deep),\"y\"]", piece: 4096)
        #expect(tokens.filter { $0 == "[" }.count == JSONLexer.mostLevels)
        #expect(tokens.filter { $0 == "]" }.count == JSONLexer.mostLevels)
        #expect(tokens.suffix(2) == ["'y", "]"])
        #expect(!tokens.contains("'x"))
        #expect(Self.tokens("[\"abcdef\"]", limit: 3) == ["[", "'abc", "]"])
    }
}
