import Testing

@testable import Scoring

@Suite struct JSONReaderTests {
    private func value(_ text: String, _ syntax: JSONReader.Syntax) -> JSONValue? {
        JSONReader.value(of: Array(text.utf8)[...], syntax: syntax)
    }

    @Test(arguments: [
        "{kty: 'oct', k: \"a\"}", "{ kty: 'oct', 'k': 'a', }", "{\n\tkty:'oct',\n\t\"k\":'a',\n}",
        "{$x: [1, 2,], kty: 'oct', k: 'a'}", "{kty: 'o\\u0063t', k: 'a', it: 'it\\'s'}",
    ])
    func objectLiteralsAreReadWhenAskedFor(text: String) {
        #expect(value(text, .json) == nil)
        let object = value(text, .objectLiteral)
        #expect(object?["kty"]?.text == Array("oct".utf8))
        #expect(object?["k"]?.text == Array("a".utf8))
    }

    @Test(arguments: [
        "{kty 'oct'}", "{: 'oct'}", "{kty: 'oct'", "{kty: 'oct\"}", "{kty: oct}", "{,}", "{kty: ,}", "[,]", "{'a' 'b'}",
    ])
    func whatIsNeitherIsRefused(text: String) {
        #expect(value(text, .json) == nil)
        #expect(value(text, .objectLiteral) == nil)
    }

    @Test func depthIsBounded() {
        for syntax in [JSONReader.Syntax.json, .objectLiteral] {
            let depth = JSONReader.maximumDepth
            let nested = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
            #expect(value(nested(depth), syntax) != nil)
            #expect(value(nested(depth + 1), syntax) == nil)
        }
    }
}
