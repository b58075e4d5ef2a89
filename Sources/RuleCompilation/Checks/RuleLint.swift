import PCRE2
import Rules

/// What can be said against a rule that works: what it misses without a word, and what it costs.
public enum RuleLint {
    /// How often a search may backtrack, for each byte of its window.
    static let stepsPerByte = 40

    /// Texts longer than this say nothing new.
    private static let longestText = 4096

    /// Returns what is to be said of `rule`, which passed the compiler.
    ///
    /// - Complexity: of `PatternFacts.canAvoid`, and one search of a few thousand bytes with a limit on its steps.
    public static func warnings(about rule: Rule) -> [RuleProblemReason] {
        let options = Pattern.Options(rule.patternOptions)
        guard let facts = PatternFacts(source: rule.pattern, options: options) else { return [] }
        var warnings: [RuleProblemReason] = []
        if !NamedForm.made(rule.pattern), let anchors = literals(of: rule),
            facts.canAvoid(anchors, atStart: rule.traits.startsAtAnchor)
        {
            warnings.append(.anchorNotRequired)
        }
        if let reason = reachWarning(rule, facts) { warnings.append(reason) }
        if isCostly(rule, facts, options) { warnings.append(.superLinear) }
        return warnings
    }

    /// The anchors as texts; nil if one of them is a run.
    private static func literals(of rule: Rule) -> [PatternFacts.Literal]? {
        var literals: [PatternFacts.Literal] = []
        for anchor in rule.anchors {
            guard case .literal(let bytes, let ignoresCase) = anchor else { return nil }
            literals.append(PatternFacts.Literal(bytes, ignoresCase: ignoresCase))
        }
        return literals
    }

    /// A match that begins at its anchor must end inside the window; another one has both sides for it.
    private static func reachWarning(_ rule: Rule, _ facts: PatternFacts) -> RuleProblemReason? {
        guard let longest = facts.maximumLength else { return AssignedForm.made(rule.pattern) ? nil : .endlessMatch }
        let shortestAnchor = rule.anchors.map(\.minimumLength).min() ?? 0
        let reach = rule.traits.reach
        let room = reach.after + shortestAnchor + (rule.traits.startsAtAnchor ? 0 : reach.before)
        return longest > room ? .matchExceedsReach(length: longest, room: room) : nil
    }

    private static func isCostly(_ rule: Rule, _ facts: PatternFacts, _ options: Pattern.Options) -> Bool {
        let text = facts.nearMiss(limit: longestText)
        var limits = Matcher.Limits()
        limits.match = UInt32(1_000 + stepsPerByte * text.count)
        guard let pattern = try? Pattern(rule.pattern, options: options, jit: .never),
            var matcher = try? Matcher(jit: .never, limits: limits)
        else { return false }
        // In front of the text stands what no lookbehind minds.
        let subject = [UInt8](repeating: UInt8(ascii: " "), count: rule.traits.reach.before) + text
        let start = rule.traits.reach.before
        return matcher.firstMatch(of: pattern, in: subject.span, startingAt: start, lastStart: start)
            == .notExamined(.matchLimit)
    }
}
