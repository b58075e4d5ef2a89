import Findings
import PCRE2
import RuleCompilation
import Rules
import Testing

@testable import Scanning

/// a rule that costs too much is reported, and takes nothing from the others.
@Suite struct RuleLimitTests {
    private static func rules(_ pattern: String, anchor: String, example: String, after: Int) -> String {
        """
        [[rule]]
        id = "catastrophe"
        title = "Catastrophe"
        severity = "low"
        confidence = 0.9
        pattern = '\(pattern)'
        anchors = ["\(anchor)"]
        reach = { before = 0, after = \(after) }
        examples = ["\(example)"]

        [[rule]]
        id = "test-id"
        title = "Id"
        severity = "medium"
        confidence = 0.9
        pattern = 'KID[0-9A-F]{8}'
        anchors = ["KID"]
        starts_at_anchor = true
        reach = { before = 4, after = 16 }
        examples = ["KID{upper-hex:8}"]
        """
    }

    private static let commas = String(repeating: "z,", count: 20)

    private static func scan(_ rules: String, _ text: [UInt8], jit: JITPolicy) throws -> (BlobReport, Duration) {
        let bench = try Bench.user(rules, jit: jit)
        let start = Bench.clock()
        let report = try bench.report(whole: text)
        return (report, .nanoseconds(Int64(Bench.clock() - start)))
    }

    private static func expectKept(
        _ report: BlobReport, at offsets: [Int], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let ids = report.findings.filter { $0.rule.id == "test-id" }
        #expect(ids.map(\.location.bytes.lowerBound) == offsets, sourceLocation: sourceLocation)
    }

    @Test(arguments: JITPolicy.allCases)
    func nestedRepeats(jit: JITPolicy) throws {
        let rules = Self.rules("(a+)+$", anchor: "aaaa", example: "aaaa", after: 4_000)
        let line = [UInt8](repeating: 0x61, count: 63) + Array("!\n".utf8)
        let text = Array("KID01234567 ".utf8) + (0..<16_000).flatMap { _ in line } + Array("KID01234567".utf8)
        let (report, time) = try Self.scan(rules, text, jit: jit)
        Self.expectKept(report, at: [0, text.count - 11])
        #expect(report.failures.map(\.reason) == [.ruleLimit])
        #expect(report.failures.allSatisfy { $0.note.contains("rule catastrophe") && $0.note.contains("byte 12") })
        #expect(time < .seconds(20), "a debug build; the promise is two seconds in a release build")
    }

    @Test(arguments: JITPolicy.allCases)
    func equalBranches(jit: JITPolicy) throws {
        let rules = Self.rules("(?:a|a)*b", anchor: "aaaa", example: "aaaab", after: 4_000)
        let text = [UInt8](repeating: 0x61, count: 1 << 20) + Array(" KID01234567".utf8)
        let (report, time) = try Self.scan(rules, text, jit: jit)
        Self.expectKept(report, at: [text.count - 11])
        #expect(report.failures.map(\.reason) == [.ruleLimit])
        #expect(time < .seconds(20))
    }

    /// The rule compiler refuses this one, so it comes from a table that was made by other means.
    @Test(arguments: JITPolicy.allCases)
    func repeatedWildcards(jit: JITPolicy) throws {
        let source = Self.rules("(.*,){20}x", anchor: ",z,z,z", example: "\(Self.commas)x", after: 4_000)
            .replacing("(.*,){20}x", with: "[z,]+x").replacing("before = 0", with: "before = 40")
        let compiler = RuleFileCompiler(for: .user, timeLimit: .seconds(60))
        var rules = try compiler.compile([RuleFile(name: "user.toml", bytes: Array(source.utf8))]).rules
        for index in rules.indices where rules[index].id == "catastrophe" { rules[index].pattern = "^(.*,){20}x" }
        let bench = Bench(try RuleSet([try RuleTable(rules: rules)]), jit: jit)
        let text = Array("KID01234567".utf8) + (0..<(1 << 19)).flatMap { _ in [0x7A, 0x2C] as [UInt8] }
        let start = Bench.clock()
        let report = try bench.report(whole: text)
        Self.expectKept(report, at: [0])
        #expect(report.failures.map(\.reason) == [.ruleLimit])
        #expect(Bench.clock() - start < 20_000_000_000)
    }

    /// No single search is too long, but all of them are: time runs out, and the report says so.
    @Test(arguments: JITPolicy.allCases)
    func manySlowSearches(jit: JITPolicy) throws {
        let rules = Self.rules("a{4}[^b]*b", anchor: "aaaa", example: "aaaab", after: 60_000)
        let text = [UInt8](repeating: 0x61, count: 1 << 19) + Array(" KID01234567".utf8)
        let (report, time) = try Self.scan(rules, text, jit: jit)
        Self.expectKept(report, at: [text.count - 11])
        #expect(
            report.failures.count == 1 && report.failures.allSatisfy { [.ruleLimit, .ruleBudget].contains($0.reason) })
        #expect(time < .seconds(20))
    }

    /// A clock that leaps says that a rule's time is over; one that stands still never does.
    @Test func theBudgetGoesByTheClock() throws {
        let text = (0..<3_000).flatMap { _ in Array("KID01234567 ".utf8) }
        var bench = try Bench.user(SmallRules.text)
        bench.options.clock = { 0 }
        let all = try bench.report(whole: text)
        #expect(all.failures.isEmpty && all.findings.count == 3_000)
        let base = Bench.clock()
        // Every look at the clock is half a second after the last, as the thread's own clock tells them apart.
        bench.options.clock = { (Bench.clock() &- base) &* 1_000_000 }
        let some = try bench.report(whole: text)
        #expect(some.failures.map(\.reason) == [.ruleBudget])
        #expect(some.findings.count >= 1_024 && some.findings.count < 3_000)
    }

    /// A search that reaches its limit may have had a match: it is never told as "nothing there".
    @Test(arguments: JITPolicy.allCases)
    func aLimitIsNeverNoMatch(jit: JITPolicy) throws {
        let rules = Self.rules("(a+)+$", anchor: "aaaa", example: "aaaa", after: 64)
        for count in 4...48 {
            let text = [UInt8](repeating: 0x61, count: count) + Array("!".utf8)
            let (report, _) = try Self.scan(rules, text, jit: jit)
            let isRefused = report.findings.allSatisfy { $0.rule.id != "catastrophe" }
            #expect(isRefused)
            if count > 30 { #expect(report.failures.map(\.reason) == [.ruleLimit], "\(count) letters") }
            if count < 8 { #expect(report.failures.isEmpty, "\(count) letters") }
        }
    }

    /// The next blob begins with a full budget.
    @Test func limitsAreForgottenBetweenBlobs() throws {
        let rules = Self.rules("(a+)+$", anchor: "aaaa", example: "aaaa", after: 64)
        let bench = try Bench.user(rules)
        var scanner = try Scanner(bench.rules, options: bench.options)
        let bad = Array((String(repeating: "a", count: 2_000) + "!").utf8)
        let good = Array("x aaaaaaa".utf8)
        #expect(!scanner.scan(whole: bad.span) { Bench.provenance }.failures.isEmpty)
        let report = scanner.scan(whole: good.span) { Bench.provenance }
        #expect(report.failures.isEmpty && report.findings.count == 1)
    }
}
