import RuleCompilation
import Rules
import Testing

/// Anchors that are no text, and the templates that make such bytes.
@Suite struct HexAnchorTests {
    private static func rules(anchor: String, example: String = "{bytes-of:00feedfeed01}abc") throws -> [Rule] {
        let text = """
            [[rule]]
            id = "binary"
            title = "Binary"
            severity = "low"
            anchors = [{ hex = "\(anchor)" }]
            starts_at_anchor = true
            reach = { before = 0, after = 8 }
            options = ["dot-all"]
            pattern = '\\xfe\\xed\\xfe\\xed.{3}'
            examples = ["\(example)"]
            """
        let compiler = RuleFileCompiler(for: .user, timeLimit: .seconds(60))
        return try compiler.compile([RuleFile(name: "user.toml", bytes: Array(text.utf8))]).rules
    }

    @Test(arguments: ["feedfeed", "FEEDFEED", "fe ed fe ed"])
    func digitsBecomeBytes(anchor: String) throws {
        let rules = try Self.rules(anchor: anchor)
        #expect(rules.first?.anchors == [.literal([0xFE, 0xED, 0xFE, 0xED], ignoresCase: false)])
        let table = try RuleTable(rules: rules)
        #expect(table.anchors(at: 0) == rules.first?.anchors)
        #expect(table.anchors(at: 0).first?.text == "bytes feedfeed")
    }

    @Test(arguments: ["feedfee", "feedfeex", "", "feed"])
    func otherTextsAreRefused(anchor: String) {
        #expect(throws: RuleFileErrors.self) { try Self.rules(anchor: anchor) }
    }

    @Test func templatesMakeBytes() throws {
        #expect(try Template("a{bytes-of:00ff}b").bytes(seed: 1) == [0x61, 0, 0xFF, 0x62])
        #expect(try Template("{base64-of:{bytes-of:feedfeed}}").expansion(seed: 1) == "/u3+7Q==")
        #expect(throws: TemplateError.self) { try Template("{bytes-of:0}").bytes(seed: 1) }
        #expect(throws: TemplateError.self) { try Template("{key:nothing}") }
    }
}
