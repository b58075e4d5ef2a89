import BuiltInRules
import Findings
import Rules
import Testing

@testable import Scanning

/// Every example and counter-example of the built-in rules through the whole scanner, with all rules on.
@Suite struct RuleExampleTests {
    private struct Texts {
        let id: String
        let examples: [String]
        let counterExamples: [String]
    }

    /// Of rules and composites.
    private static let texts: [Texts] = {
        let table = BuiltInRules.table
        let rules = (0..<table.ruleCount).map(table.rule(at:))
        let composites = (0..<table.compositeCount).map(table.composite(at:))
        // Public halves are noted, not reported.
        return rules.filter { $0.traits.proof != .publicHalf }
            .map { Texts(id: $0.id, examples: $0.examples, counterExamples: $0.counterExamples) }
            + composites.map { Texts(id: $0.id, examples: $0.examples, counterExamples: $0.counterExamples) }
    }()

    private static let seeds: [UInt64] = [3, 4]

    /// A rule is told by itself, as the other half of a composite, or through a composite that it is the main part of.
    private static func accepted() throws -> [String: Set<String>] {
        let rules = try RuleSet([BuiltInRules.table])
        var accepted = Dictionary(uniqueKeysWithValues: rules.allIDs.map { ($0, Set([$0])) })
        for composite in rules.composites.indices.map({ rules.composite(at: $0) }) {
            for rule in composite.parts.flatMap(\.rules) { accepted[rule]?.insert(composite.id) }
        }
        return accepted
    }

    private static func reported(_ text: [UInt8], by bench: Bench) throws -> Set<String> {
        let findings = try bench.report(whole: text).findings
        return Set(findings.map(\.rule.id) + findings.flatMap { $0.related.map(\.rule.id) })
    }

    @Test func everyExampleIsReportedUnderItsRule() throws {
        let bench = try Bench.builtIn(jit: .never)
        let accepted = try Self.accepted()
        for rule in Self.texts {
            for (example, seed) in rule.examples.flatMap({ example in Self.seeds.map { (example, $0) } }) {
                let reported = try Self.reported(Samples.text(example, seed: seed), by: bench)
                #expect(
                    !reported.isDisjoint(with: accepted[rule.id] ?? []), "\(rule.id): \(example) gives \(reported)")
            }
        }
    }

    @Test func noCounterExampleIsReportedUnderItsRule() throws {
        let bench = try Bench.builtIn(jit: .never)
        for rule in Self.texts {
            for (example, seed) in rule.counterExamples.flatMap({ example in Self.seeds.map { (example, $0) } }) {
                let reported = try Self.reported(Samples.text(example, seed: seed), by: bench)
                #expect(!reported.contains(rule.id), "\(rule.id): \(example)")
            }
        }
    }

    /// The plain prefilter is the oracle: all texts behind each other, in lots.
    @Test func thePlainPrefilterReportsTheSame() throws {
        let fast = try Bench.builtIn(jit: .never)
        let naive = try Bench.builtIn(jit: .never, prefilter: .naive)
        let lot = 50
        for first in stride(from: 0, to: Self.texts.count, by: lot) {
            var text: [UInt8] = []
            for rule in Self.texts[first..<min(first + lot, Self.texts.count)] {
                for example in rule.examples + rule.counterExamples {
                    text += try Samples.text(example, seed: 9) + Array("\n\n".utf8)
                }
            }
            #expect(try fast.scan(whole: text) == naive.scan(whole: text))
        }
    }
}
