import Blobs
import Findings
import PCRE2
import RuleCompilation
import Rules
import Scanning

/// Tries the examples of rules in the whole scanner, proofs included and beside all other rules.
struct RuleTrial: ~Copyable {
    private static let seeds: Range<UInt64> = 0..<2

    private let rules: RuleSet

    /// Says where a problem lies.
    private let place: (RuleProblemReason, _ rule: String, _ key: String, _ element: Int?) -> RuleProblem
    private var scanner: Scanner

    /// For each rule, the composites in which it plays a part.
    private let composites: [String: Set<String>]

    init(
        among rules: RuleSet,
        place: @escaping (RuleProblemReason, _ rule: String, _ key: String, _ element: Int?) -> RuleProblem
    ) throws {
        self.rules = rules
        self.place = place
        let options = ScanOptions(
            threshold: .low, jit: .never, now: SystemClock.secondsSince1970(), clock: SystemClock.threadNanoseconds)
        scanner = try Scanner(CompiledRuleSet(rules, jit: .never), options: options)
        var composites: [String: Set<String>] = [:]
        for composite in rules.composites.indices.map({ rules.composite(at: $0) }) {
            for rule in composite.parts.flatMap(\.rules) { composites[rule, default: []].insert(composite.id) }
        }
        self.composites = composites
    }

    /// What is wrong with rules: lint, then the examples.
    mutating func problems(of rules: [Rule], _ composites: [CompositeRule]) throws -> [RuleProblem] {
        var problems: [RuleProblem] = []
        for rule in rules {
            problems += RuleLint.warnings(about: rule).map { place($0, rule.id, "pattern", nil) }
            // Public halves are noted, not reported.
            let examples = rule.traits.proof == .publicHalf ? [] : rule.examples
            problems += try tried(rule.id, examples, rule.counterExamples)
        }
        for rule in composites { problems += try tried(rule.id, rule.examples, rule.counterExamples) }
        return problems
    }

    private mutating func tried(
        _ id: String, _ examples: [String], _ counterExamples: [String]
    ) throws -> [RuleProblem] {
        var problems: [RuleProblem] = []
        let accepted = composites[id, default: []].union([id])
        for (position, example) in examples.enumerated() {
            for seed in Self.seeds {
                let found = try reported(in: example, seed: seed)
                guard accepted.isDisjoint(with: found) else { continue }
                let reason = found.first.map { RuleProblemReason.reportedElsewhere(rule: $0) } ?? .notReported
                problems.append(place(reason, id, "examples", position))
                break
            }
        }
        for (position, example) in counterExamples.enumerated() {
            for seed in Self.seeds where try reported(in: example, seed: seed).contains(id) {
                problems.append(
                    place(.counterExampleReported, id, "counter_examples", position))
                break
            }
        }
        return problems
    }

    /// The ids under which something is reported, those of other halves included.
    private mutating func reported(in template: String, seed: UInt64) throws -> [String] {
        let text = try Template(template).bytes(seed: seed)
        let report = scanner.scan(whole: text.span) { Provenance(.standardInput) }
        return report.findings.map(\.rule.id) + report.findings.flatMap { $0.related.map(\.rule.id) }
    }
}
