import BuiltInRules
import Findings
import RuleCompilation
import Rules
import Testing

@testable import Scanning

/// The rules for tokens with check digits, on their own examples, through the whole scanner.
@Suite struct CheckDigitRuleTests {
    private static let proofs: Set<Proof> = [
        .githubToken, .githubFineGrainedToken, .gitlabToken, .npmToken, .vercelToken, .grafanaToken, .atlassianToken,
        .confluentSecret, .zuploKey, .packagistToken, .azureDevOpsToken, .azureKey, .azureAnnotatedKey, .entraSecret,
    ]

    static let rows = (0..<BuiltInRules.table.ruleCount).filter {
        proofs.contains(BuiltInRules.table.traits(at: $0).proof)
    }

    @Test func everyProofHasARule() {
        #expect(Set(Self.rows.map { BuiltInRules.table.traits(at: $0).proof }) == Self.proofs)
    }

    @Test(arguments: rows)
    func examplesAreFound(row: Int) throws {
        let rule = BuiltInRules.table.rule(at: row)
        let bench = try Bench.builtIn(threshold: .medium)
        for example in rule.examples {
            for seed in 0..<5 as Range<UInt64> {
                let text = Array(try Template(example).expansion(seed: seed).utf8)
                let report = try bench.report(whole: text)
                #expect(report.findings.contains { $0.rule.id == rule.id }, "\(rule.id): \(example)")
                #expect(report.failures.isEmpty)
            }
        }
    }

    @Test(arguments: rows)
    func counterExamplesAreNot(row: Int) throws {
        let rule = BuiltInRules.table.rule(at: row)
        let bench = try Bench.builtIn(threshold: .medium)
        for example in rule.counterExamples {
            for seed in 0..<5 as Range<UInt64> {
                let text = Array(try Template(example).expansion(seed: seed).utf8)
                let report = try bench.report(whole: text)
                #expect(!report.findings.contains { $0.rule.id == rule.id }, "\(rule.id): \(example)")
            }
        }
    }
}
