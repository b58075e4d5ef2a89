import RuleCompilation
import Testing

/// Nothing in a rule file may hold up a start: the adversary is the author of a rule file.
@Suite struct HostileFileTests {
    /// Returns how long compiling took.
    private func time(_ text: String) -> Duration {
        ContinuousClock().measure { _ = problems(of: text, timeLimit: .milliseconds(200)) }
    }

    /// A bound that a slow machine and a debug build keep, and that no exponential search does.
    private static let bound = Duration.seconds(10)

    @Test func nestedParentheses() {
        let open = String(repeating: "(", count: 30_000)
        #expect(time(RuleText.with("pattern", "'\(open)'")) < Self.bound)
    }

    @Test func deepTOML() {
        #expect(time(String(repeating: "[", count: 500_000)) < Self.bound)
        #expect(time("a = " + String(repeating: "[", count: 500_000)) < Self.bound)
        #expect(time(String(repeating: "a.", count: 20_000) + "a = 1") < Self.bound)
    }

    @Test func manyUnknownKeys() {
        let keys = (0..<20_000).map { "k\($0) = 1\n" }.joined()
        let found = problems(of: keys)
        #expect(found.count == RuleFileCompiler.maximumProblems)
    }

    @Test(arguments: ["(?<value>(?:x+)+)$", "(?<value>(?:x|xx)*)y", "^(?<value>(?:.*,){20})z"])
    func patternsThatBacktrack(pattern: String) {
        var text = RuleText()
        text["pattern"] = "'acme_\(pattern)'"
        text["examples"] = "['acme_" + String(repeating: "x", count: 20_000) + "!']"
        #expect(time(text.text) < Self.bound)
    }

    @Test func manySlowRulesEndAtTheTimeLimit() {
        let rules = (0..<80).map { number in
            var text = RuleText()
            text["id"] = "'rule-\(number)'"
            text["pattern"] = "'acme_(?<value>(?:[xy]{0,40}){0,3}!)'"
            text["examples"] = "['" + String(repeating: "acme_xxxxx", count: 1_000) + "?']"
            return text.text
        }
        #expect(time(rules.joined()) < Self.bound)
        let found = problems(of: rules.joined(), timeLimit: .milliseconds(1))
        #expect(found.contains { $0.reason == .outOfTime })
    }

    @Test func templatesThatMultiply() {
        var text = "{a=hex:16000}"
        for name in ["b", "c", "d", "e", "f", "g", "h"] {
            let previous = String(UnicodeScalar(UInt8(name.utf8.first ?? 0) - 1))
            text += "{\(name)=text:{\(previous)}{\(previous)}{\(previous)}}"
        }
        let found = problems(of: RuleText.with("examples", "['acme_\(text)']"))
        #expect(found.map(\.reason) == [.badTemplate(.tooLong(limit: 65_536))])
    }
}
