import RuleCompilation
import Testing

/// Bad rules are refused with file, line and rule, and what else a rule can get wrong.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let line: Int
        let message: String
        /// Whether the message names the rule.
        var namesRule = true

        init(_ name: String, _ text: String, line: Int, _ message: String, namesRule: Bool = true) {
            testDescription = name
            self.text = text
            self.line = line
            self.message = message
            self.namesRule = namesRule
        }
    }

    static let files = [
        Case("not TOML", RuleText.with("title", "'open"), line: 3, "not TOML", namesRule: false),
        Case("empty file", "", line: 1, "no rules", namesRule: false),
        Case("comments only", "# nothing\n", line: 1, "no rules", namesRule: false),
        Case("NUL", "title = 1\n# \0", line: 2, "NUL", namesRule: false),
        Case("NUL as an escape", RuleText.with("title", #""a\u0000b""#), line: 3, "NUL", namesRule: false),
        Case(
            "unknown key of the file", "colour = 1\n" + RuleText().text, line: 1, "unknown key 'colour'",
            namesRule: false),
        Case("header of brackets", "[[[rule]]]\n", line: 1, "needs a name", namesRule: false),
        Case("header without a name", RuleText().text + "[]\n", line: 10, "needs a name", namesRule: false),
        Case("bracket closed by brace", RuleText.with("anchors", "[}"), line: 6, "closing bracket", namesRule: false),
        Case("time", RuleText.with("title", "07:"), line: 3, "dates and times", namesRule: false),
        Case("Unicode space", RuleText.with("anchors", "['acme_',\u{2028}"), line: 6, "only ASCII", namesRule: false),
        Case("date", RuleText.with("title", "1979-05-2"), line: 3, "dates and times", namesRule: false),
        Case("byte order mark", "\u{FEFF}[[rule]]\nid = 3\n", line: 2, "'id' is an integer", namesRule: false),
        Case("rule is no array", "rule = 1\n", line: 1, "must be an array", namesRule: false),
    ]

    static let keys = [
        Case("unknown key", RuleText.with("colour", "1"), line: 10, "unknown key 'colour'"),
        Case(
            "unknown key of a table", RuleText.with("reach", "{ before = 8, after = 32, up = 1 }"), line: 7,
            "unknown key 'up'"),
        Case("wrong type", RuleText.with("title", "3"), line: 3, "'title' is an integer: it must be a string"),
        Case("wrong type in an array", RuleText.with("allow", "[\n  'x1',\n  2]"), line: 12, "'allow' is an integer"),
        Case("empty text", RuleText.with("title", "''"), line: 3, "'title' is empty"),
        Case("no title", RuleText.with("title", nil), line: 1, "'title' is missing"),
        Case("no pattern", RuleText.with("pattern", nil), line: 1, "'pattern' is missing"),
        Case("no reach", RuleText.with("reach", nil), line: 1, "'reach' is missing"),
        Case("no anchors", RuleText.with("anchors", nil), line: 1, "'anchors' is missing"),
        Case("empty anchors", RuleText.with("anchors", "[]"), line: 6, "'anchors' has 0 of at least 1"),
        Case("no examples", RuleText.with("examples", nil), line: 1, "'examples' is missing"),
        Case("empty examples", RuleText.with("examples", "[]"), line: 9, "'examples' has 0 of at least 1"),
        Case("unknown severity", RuleText.with("severity", "'grave'"), line: 4, "one of low, medium, high, critical"),
        Case("unknown proof", RuleText.with("proof", "'faith'"), line: 10, "'proof' cannot be 'faith'"),
        Case("unknown option", RuleText.with("options", "['utf']"), line: 10, "'options' cannot be 'utf'"),
        Case("endless reach", RuleText.with("reach", "{ before = 8, after = 65537 }"), line: 7, "0 to 65536"),
        Case("half a reach", RuleText.with("reach", "{ before = 8 }"), line: 7, "'after' is missing"),
        Case("confidence", RuleText.with("confidence", "1.5"), line: 10, "0.0 to 1.0"),
        Case("confidence is no number", RuleText.with("confidence", "nan"), line: 10, "0.0 to 1.0"),
        Case("entropy", RuleText.with("minimum_entropy", "9"), line: 10, "0.0 to 8.0"),
        Case("bad id", RuleText.with("id", "'Acme_Token'"), line: 2, "is no id"),
        Case("duplicate id", RuleText().text + RuleText().text, line: 11, "is taken (team/rules.toml:1)"),
    ]

    static let patterns = [
        Case("unclosed", RuleText.with("pattern", "'(unclosed'"), line: 5, "missing closing parenthesis"),
        Case("matches empty", RuleText.with("pattern", "'(?<value>a*)'"), line: 5, "matches the empty string"),
        Case(
            "too long", RuleText.with("pattern", "'\(String(repeating: "a", count: 65_537))'"), line: 5,
            "the limit is 65536"),
        Case(
            "too large", RuleText.with("pattern", "'((a{1,500}){1,500}){1,500}'"), line: 5,
            "use smaller repeat counts"),
        Case(
            "nesting",
            RuleText.with(
                "pattern", "'\(String(repeating: "(", count: 1_000))a\(String(repeating: ")", count: 1_000))'"),
            line: 5, "nested deeper than"),
        Case("UTF verb", RuleText.with("pattern", "'(*UTF)acme_'"), line: 5, "(* at byte 0 is not allowed"),
        Case("limit verb", RuleText.with("pattern", "'(*LIMIT_MATCH=4294967295)acme_'"), line: 5, "(* at byte 0"),
        Case("callout", RuleText.with("pattern", "'acme_(?C1)'"), line: 5, "(?C at byte 5 is not allowed"),
        Case("code unit", RuleText.with("pattern", #"'acme_\C'"#), line: 5, #"\C at byte 5 is not allowed"#),
        Case("allows everything", RuleText.with("allow", "['.*']"), line: 10, "matches everything"),
        Case("allows any character", RuleText.with("allow", "['x1', '.']"), line: 10, "matches everything"),
        Case("allows the empty text", RuleText.with("allow", "['']"), line: 10, "matches everything"),
        Case("bad allow pattern", RuleText.with("allow", "['(']"), line: 10, "missing closing parenthesis"),
        Case("unknown group", RuleText.with("secret", "'token'"), line: 8, "no group 'token'"),
        Case("group out of range", RuleText.with("secret", "2"), line: 8, "'secret' is group 2, but the pattern has 1"),
        Case("negative group", RuleText.with("secret", "-1"), line: 8, "'secret' is group -1"),
        Case(
            "reach below lookbehind", RuleText.with("reach", "{ before = 0, after = 32 }"), line: 7,
            "looks 1 bytes back"),
    ]

    static let anchors = [
        Case("anchor too short", RuleText.with("anchors", "['acme_', 'ac']"), line: 6, "shorter than 3 bytes"),
        Case(
            "anchor too long", RuleText.with("anchors", "['\(String(repeating: "a", count: 1_025))']"), line: 6,
            "longer than 1024"),
        Case(
            "anchor in no example", RuleText.with("anchors", "['acme_', 'acme-']"), line: 6,
            "'acme-' is in no example"),
        Case(
            "unknown class", RuleText.with("anchors", "[{ class = 'greek', length = 40 }]"), line: 6,
            "'class' cannot be 'greek'"),
        Case("class without length", RuleText.with("anchors", "[{ class = 'hex' }]"), line: 6, "'length' is missing"),
        Case(
            "length reversed", RuleText.with("anchors", "[{ class = 'hex', length = [9, 8] }]"), line: 6,
            "'length' is out of range"),
        Case("neither literal nor class", RuleText.with("anchors", "[{ word = 'x' }]"), line: 6, "unknown key 'word'"),
        Case("anchor is a number", RuleText.with("anchors", "[3]"), line: 6, "an array of strings and tables"),
    ]

    static let examples = [
        Case("no anchor", RuleText.with("examples", "['token = {hex:16}']"), line: 9, "none of its anchors"),
        Case(
            "no match", RuleText.with("examples", "[\n'acme_{hex:16}',\n'acme_{hex:15}']"), line: 11,
            "does not match around an anchor"),
        Case(
            "out of reach", RuleText.with("reach", "{ before = 1, after = 15 }").replacing("{16}", with: "{15,16}"),
            line: 9, "with more reach"),
        Case(
            "starts elsewhere", RuleText.with("starts_at_anchor", "true").replacing("['acme_']", with: "['me_']"),
            line: 9, "not where the anchor starts"),
        Case("allowed", RuleText.with("allow", "['^[0-9a-f]+$']"), line: 9, "an allow pattern matches"),
        Case("entropy", RuleText.with("minimum_entropy", "4.5"), line: 9, "less than 'minimum_entropy'"),
        Case("no secret", RuleText.with("pattern", "'acme_(?:(?<value>Z)|[a-z0-9]{16})'"), line: 9, "takes no part"),
        Case("unknown generator", RuleText.with("examples", "['{hexx:16}']"), line: 9, "'hexx' is neither a generator"),
        Case(
            "counter-example", RuleText.with("counter_examples", "['none', 'acme_{hex:16}']"), line: 10,
            "in this counter-example"),
        Case(
            "catastrophic",
            RuleText.with("examples", "['acme_{hex:40}!']").replacing("[a-z0-9]{16})", with: "(?:[a-z0-9]+)+#)"),
            line: 9, "given up"),
    ]

    @Test(arguments: files + keys + patterns + anchors + examples)
    func isRefusedWithItsPlace(_ bad: Case) throws {
        let found = problems(of: bad.text)
        let problem = try #require(found.first { "\($0)".contains(bad.message) }, "\(found)")
        #expect(problem.file == RuleText.path)
        #expect(problem.line == bad.line)
        #expect(!problem.isWarning)
        #expect("\(problem)".hasPrefix("team/rules.toml:\(bad.line):"))
        if bad.namesRule { #expect(problem.rule?.lowercased().hasPrefix("acme") == true) }
    }

    @Test func theGoodRuleIsGood() {
        #expect(problems(of: RuleText().text).isEmpty)
    }

    @Test func aFileThatIsNotUTF8IsRefused() throws {
        let bytes = Array("# caf".utf8) + [0xC3, 0xA9, 0x0A, 0x61, 0xFF, 0x0A] + Array(RuleText().text.utf8)
        let problem = try #require(problems(of: bytes).first)
        #expect(problem.reason == .notUTF8(byteOffset: 9))
        #expect(problem.line == 2)
    }

    @Test func aFileOfTenMegabytesIsRefusedUnread() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 10_000_000)
        #expect(problems(of: bytes).map(\.reason) == [.fileTooLarge(bytes: 10_000_000, limit: 1 << 20)])
    }

    @Test func everyProblemOfAFileIsReported() {
        var text = RuleText()
        text["severity"] = "'grave'"
        text["pattern"] = "'('"
        text["anchors"] = "['a']"
        text["colour"] = "1"
        let other = RuleText.with("id", "'other'").replacing("acme_{hex:16}", with: "acme")
        let found = problems(of: text.text + other)
        #expect(found.map(\.line) == [4, 5, 6, 10, 19])
        #expect(found.map(\.rule) == ["acme-token", "acme-token", "acme-token", "acme-token", "other"])
    }

    @Test func idsOfOtherTablesAreTaken() {
        let found = problems(of: RuleText().text, known: ["acme-token"])
        #expect(found.map(\.reason) == [.duplicateID("acme-token", first: "built in")])
    }

    @Test func aShortAnchorIsAWarning() {
        let found = problems(of: RuleText.with("anchors", "['me_']"))
        #expect(found.map(\.reason) == [.anchorIsDense("me_")])
        #expect(found.allSatisfy { $0.isWarning })
    }

    @Test func messagesCarryNoControlCharacters() throws {
        let found = problems(of: RuleText.with("severity", #""\u001B[2J\u202E""#))
        let message = "\(try #require(found.first))"
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
}
