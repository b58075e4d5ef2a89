import BuiltInRules
import Findings
import Testing

@testable import Scanning

/// What a rule's examples promise, asked of the whole scanner, proofs included. Rules by statistics have tests of
/// their own: a random text may look like a word.
@Suite struct ExampleTests {
    private static let judgedRows = (0..<BuiltInRules.table.ruleCount).filter { row in
        ![.awsSecretAlone, .awsSecretBesideKeyword, .awsSecretBehindID, .awsAccessKeyID, .publicHalf].contains(
            BuiltInRules.table.traits(at: row).proof)
    }

    /// The ids of the rules of all findings, a pair's parts included.
    private static func ids(_ text: String, bench: Bench, seed: UInt64) throws -> [String] {
        let report = try bench.report(whole: try Samples.text(text, seed: seed))
        return report.findings.flatMap { [$0.rule.id] + $0.related.map(\.rule.id) }
    }

    @Test(arguments: judgedRows)
    func examplesAreFound(row: Int) throws {
        let rule = BuiltInRules.table.rule(at: row)
        let bench = try Bench.builtIn()
        for example in rule.examples {
            for seed in 0..<3 as Range<UInt64> {
                let ids = try Self.ids(example, bench: bench, seed: seed)
                #expect(ids.contains(rule.id), "\(rule.id) in \(example), seed \(seed): \(ids)")
            }
        }
    }

    @Test(arguments: judgedRows)
    func counterExamplesAreNot(row: Int) throws {
        let rule = BuiltInRules.table.rule(at: row)
        let bench = try Bench.builtIn(threshold: .medium)
        for example in rule.counterExamples {
            for seed in 0..<3 as Range<UInt64> {
                let ids = try Self.ids(example, bench: bench, seed: seed)
                #expect(!ids.contains(rule.id), "\(rule.id) in \(example), seed \(seed)")
            }
        }
    }
}
