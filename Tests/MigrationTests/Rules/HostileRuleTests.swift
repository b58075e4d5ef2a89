import Migration
import Testing

@Suite struct HostileRuleTests {
    private func error(_ text: String, _ format: ForeignRuleFormat) -> MigrationError? {
        error(Array(text.utf8), format)
    }

    private func error(_ bytes: [UInt8], _ format: ForeignRuleFormat) -> MigrationError? {
        do throws(MigrationError) {
            _ = try ForeignRules.convert(bytes, as: format)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ForeignRuleFormat.allCases)
    func noTextIsRefused(format: ForeignRuleFormat) {
        #expect(error([0xFF, 0xFE], format)?.reason == .notUTF8(byteOffset: 0))
        #expect(error([UInt8](repeating: 0x20, count: 5 << 20), format) != nil)
        #expect(error([], format) != nil)
        #expect(error("rules = 7", format) != nil)
        #expect(error(String(repeating: "[", count: 20_000), format) != nil)
        #expect(error("a\0", format) != nil)
    }

    @Test(arguments: [
        "[[[rules]]]", "rules = [}", "[[rules]]\nid = 7", "[[rules]]\nid = 'a'\nregex = 1:00", "[[rules]]\nid = 'a",
        "[[rules]]\nid = 'a'\nregex = 'b'\nentropy = 'c'", "[[rules]]\nid = 'a'\nregex = 'b'\nkeywords = [1]",
        "[[rules]]\nregex = 'b'", "[[rules]]\nid = 'a'\nregex = 'bbb'\nsecretGroup = -1", "allowlist = 7",
        "[[rules]]\nid = 'a'\nregex = 'bbb'\n[[rules.required]]\nwithinLines = 2",
    ])
    func wrongTypesAreErrors(text: String) {
        let error = error(text, .gitleaks)
        #expect(error != nil)
        #expect(error?.description.isEmpty == false)
    }

    @Test func aliasesThatGrowAreRefused() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(error(text + "rules: []\n", .kingfisher) != nil)
    }

    @Test(arguments: [
        "(?i", "(", ")", "[", "[a", "a{2,1}", "|*", "a**", #"\"#, #"\8"#, #"\x{110000}"#, "(?<a", "(?P<>x)", "(?q)x",
        "a{70000}",
        #"\p{Greek}"#, "(?=a)b", #"\1"#, "[z-a]", "[[:no:]]",
    ])
    func patternsThatAreNoneAreNoted(pattern: String) throws {
        let text = "[[rules]]\nid = 'a'\nregex = '''acme\(pattern)'''\n"
        let converted = try ForeignRules.convert(Array(text.utf8), as: .gitleaks)
        #expect(converted.ruleCount == 0)
        #expect(converted.notes.first?.text.hasPrefix("not carried over: ") == true)
    }

    @Test func patternsThatAreTooMuch() throws {
        let nested = String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000)
        let counted = (0..<20).reduce("acme") { text, _ in "(?:\(text)){1000}" }
        let wide = (0..<40).map { "(?:a\($0)|b\($0)|[c-z])" }.joined()
        for pattern in [nested, counted, wide] {
            let text = "[[rules]]\nid = 'a'\nregex = '''\(pattern)'''\n"
            let converted = try ForeignRules.convert(Array(text.utf8), as: .gitleaks)
            #expect(converted.notes.count + converted.ruleCount > 0)
        }
    }

    @Test func filtersThatAreNone() throws {
        let deep = String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000)
        for filter in ["entropy(", "\"", "a || ", "||", "!", deep, "entropy(finding[\"secret\"]) <= x", "é"] {
            let text = "[[rules]]\nid = 'a'\nregex = '''acme_[0-9]{8}'''\nfilter = '''\(filter)'''\n"
            let converted = try ForeignRules.convert(Array(text.utf8), as: .gitleaks)
            #expect(converted.ruleCount == 1)
            #expect(converted.notes.contains { $0.text.contains("'filter'") })
        }
    }

    @Test func formatsAreToldApartByContent() {
        #expect(ForeignRules.format(of: Array("[[rule]]\nid = 'acme'\n".utf8)) == nil)
        #expect(ForeignRules.format(of: Array("[extend]\nuseDefault = true\n".utf8)) == .gitleaks)
        #expect(ForeignRules.format(of: Array("rules:\n- {id: np.a.1, pattern: abc}\n".utf8)) == .noseyparker)
        #expect(ForeignRules.format(of: Array("rules:\n- {id: a, pattern: abc, visible: true}\n".utf8)) == .kingfisher)
        #expect(ForeignRules.format(of: Array("rules:\n- {id: a, pattern-either: []}\n".utf8)) == nil)
        #expect(ForeignRules.format(of: []) == nil)
        #expect(ForeignRules.format(of: [0, 1, 2, 0xFF]) == nil)
    }
}
