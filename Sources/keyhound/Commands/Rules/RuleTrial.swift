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
    private let compiled: CompiledRules
    private var scanner: Scanner

    /// For each rule, the composites in which it plays a part.
    private let composites: [String: Set<String>]

    init(_ compiled: CompiledRules, among rules: RuleSet) throws {
        self.rules = rules
        self.compiled = compiled
        let options = ScanOptions(
            threshold: .low, jit: .never, now: SystemClock.secondsSince1970(), clock: SystemClock.threadNanoseconds)
        scanner = try Scanner(CompiledRuleSet(rules, jit: .never), options: options)
        var composites: [String: Set<String>] = [:]
        for composite in rules.composites.indices.map({ rules.composite(at: $0) }) {
            for rule in composite.parts.flatMap(\.rules) { composites[rule, default: []].insert(composite.id) }
        }
        self.composites = composites
    }

    /// What is wrong with the rules of `compiled`: lint, then the examples.
    mutating func problems() throws -> [RuleProblem] {
        var problems: [RuleProblem] = []
        for rule in compiled.rules {
            problems += RuleLint.warnings(about: rule).map { compiled.problem($0, rule: rule.id, at: "pattern") }
            // Public halves are noted, not reported.
            let examples = rule.traits.proof == .publicHalf ? [] : rule.examples
            problems += try tried(rule.id, examples, rule.counterExamples)
        }
        for rule in compiled.composites { problems += try tried(rule.id, rule.examples, rule.counterExamples) }
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
                problems.append(compiled.problem(reason, rule: id, at: "examples", element: position))
                break
            }
        }
        for (position, example) in counterExamples.enumerated() {
            for seed in Self.seeds where try reported(in: example, seed: seed).contains(id) {
                problems.append(
                    compiled.problem(.counterExampleReported, rule: id, at: "counter_examples", element: position))
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
