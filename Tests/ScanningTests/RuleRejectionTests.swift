import BuiltInRules
import PCRE2
import RuleCompilation
import Rules
import Testing

/// The rejecter of every built-in rule, on the rule's own examples: PCRE2 is the oracle.
@Suite struct RuleRejectionTests {
    /// Every seventh rule: their patterns are of a few kinds.
    @Test(arguments: Array(stride(from: 0, to: BuiltInRules.table.ruleCount, by: 7)))
    func noMatchInAnExampleIsRejected(row: Int) throws {
        let rule = BuiltInRules.table.rule(at: row)
        let pattern = try Pattern(rule.pattern, options: Pattern.Options(rule.patternOptions))
        var rejecter = Rejecter(try #require(RejectionProgram(pattern), "\(rule.id)"))
        var matcher = try Matcher()
        var matches = 0
        var rejections = 0
        for (index, example) in (rule.examples + rule.counterExamples).enumerated() {
            let text = try Template(example).bytes(seed: UInt64(index))
            for offset in 0...text.count {
                let outcome = matcher.firstMatch(of: pattern, in: text.span, startingAt: offset, anchored: true)
                let mayMatch = rejecter.mayMatch(text.span, window: 0..<text.count, at: offset)
                if outcome == .match {
                    matches += 1
                    #expect(mayMatch, "\(rule.id): \(example) at \(offset)")
                } else if !mayMatch {
                    rejections += 1
                }
            }
        }
        #expect(matches >= rule.examples.count)
        #expect(rejections > matches, "\(rule.id)")
    }
}
