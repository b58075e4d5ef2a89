import RuleCompilation
import Rules
import Testing

@testable import Scanning

/// Whatever the rule compiler lets through, the scanner can run.
@Suite struct UserRuleTests {
    private static func rule(anchor: String, pattern: String, example: String) -> String {
        """
        [[rule]]
        id = "short"
        title = "Short"
        severity = "low"
        pattern = '\(pattern)'
        anchors = [\(anchor)]
        reach = { before = 4, after = 8 }
        examples = ["\(example)"]
        """
    }

    /// `nil` when the rule compiler refuses.
    private static func bench(_ rule: String) -> Bench? {
        try? Bench.user(rule)
    }

    /// Too short to be searched for: refused with a reason, or searched for all the same, but never a trap.
    @Test func anAnchorOfTwoBytes() async {
        await #expect(processExitsWith: .success) {
            let rule = Self.rule(anchor: "'q='", pattern: "q=[0-9]{4}", example: "q=1234")
            guard let bench = Self.bench(rule) else { return }
            let report = try bench.report(whole: Array("x q=1234 ".utf8))
            try #require(report.findings.count == 1)
        }
    }

    @Test func aClassRunOfOneByte() async {
        await #expect(processExitsWith: .success) {
            let anchor = "{ class = 'digits', length = 1 }"
            let rule = Self.rule(anchor: anchor, pattern: "q=[0-9]", example: "q=1")
            guard let bench = Self.bench(rule) else { return }
            let report = try bench.report(whole: Array("x q=1 ".utf8))
            try #require(report.findings.count == 1)
        }
    }

    @Test func anchorsOfEveryOtherLength() throws {
        for length in [3, 4, 64, Anchor.maximumLength] {
            let literal = String(repeating: "q=", count: length / 2) + (length % 2 == 1 ? ":" : "")
            let bench = try Bench.user(
                Self.rule(anchor: "'\(literal)'", pattern: "\(literal)[0-9]{4}", example: "\(literal)1234"))
            let text = Array(("x \(literal)1234 ").utf8)
            for cut in [1, 2, 3, text.count - 2] {
                #expect(try bench.scan(text, cuts: [cut]).findings.map(\.location.bytes) == [2..<2 + length + 4])
            }
        }
    }
}
