import PCRE2
import Testing

@testable import Migration

@Suite struct RegexSourceTests {
    private func written(_ source: String, _ dialect: RegexDialect = .go) throws -> String {
        let text = RegexSource.text(of: try RegexParser.parse(source, dialect: dialect).node)
        _ = try Pattern(text, jit: .never)
        return text
    }

    @Test(arguments: [
        ("abc", "abc"), ("a(?i)b|c", "a(?i)b|c"), ("(a)(?P<x>b)", "(?:a)(?:b)"), ("(?i:a)", "(?i:a)"),
        ("^a$", #"^a\z"#), ("(?m)^a$", "(?m)^a$"), (#"a\z"#, #"a\z"#), ("a{2,}?", "a{2,}?"), ("a{,3}", #"a\{,3\}"#),
        ("{x}", #"\{x\}"#), (#"\v\a\t"#, #"\x0B\x07\x09"#), (#"\Qa.b\E+"#, #"a\.b+"#), (#"\C"#, #"[\x00-\xFF]"#),
        (#"[\w-.]"#, #"[\w\-.]"#), ("[[:alnum:]_]", "[[:alnum:]_]"), ("[^]a]", #"[^\]a]"#), ("[a-]", #"[a\-]"#),
        ("é+", #"(?:\xC3\xA9)+"#), ("[é]", #"[\x80-\xFF]"#), (#"\101\x{42}\x43"#, "ABC"), ("a(?#b)c", "ac"),
        ("[[a]", #"[\[a]"#), ("(?U)a+", "(?U)a+"),
    ])
    func goIsWrittenAsPCRE2(source: String, expected: String) throws {
        #expect(try written(source) == expected)
    }

    @Test(arguments: [
        ("(?x) a b # c\n [ d ] \\  ", "ab[d] "), ("(?xi)a", "(?i)a"), ("(?x)[ ]", "[ ]"), ("a{,3}", "a{0,3}"),
        (#"\u0041"#, "A"), ("(?-u)a", "a"), ("(?x) a {2}", "a{2}"),
    ])
    func rustIsWrittenAsPCRE2(source: String, expected: String) throws {
        #expect(try written(source, .rust) == expected)
    }

    @Test func setsOfUnicodeTakeAnyCharacter() throws {
        let parsed = try RegexParser.parse(#"x\pL{2}[\p{Lu}_]"#, dialect: .go)
        #expect(parsed.remarks.count == 2)
        let pattern = try Pattern("^" + RegexSource.text(of: parsed.node) + "$", jit: .never)
        var matcher = try Matcher(jit: .never)
        #expect(matcher.firstMatch(of: pattern, in: Array("xéaB".utf8).span) == .match)
        #expect(matcher.firstMatch(of: pattern, in: Array("x1aB".utf8).span) == .noMatch)
    }
}
