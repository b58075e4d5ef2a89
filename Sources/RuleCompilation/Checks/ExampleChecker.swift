import Rules

/// Checks that a rule does what its examples say.
///
/// A counter-example may be declined by the rule's proof, which is not tried here: then the tests of the whole
/// scanner decide. A rule without a proof must decline it by pattern, entropy or allow patterns.
struct ExampleChecker: ~Copyable {
    private let checked: CheckedRule
    private let locator: RuleLocator
    private let seeds: Range<UInt64>
    private(set) var problems: [RuleProblem] = []
    private(set) var isOutOfTime = false

    init(_ checked: CheckedRule, locator: RuleLocator, seeds: Range<UInt64>) {
        self.checked = checked
        self.locator = locator
        self.seeds = seeds
    }

    mutating func run(with trial: inout ExampleTrial) {
        var texts: [[UInt8]] = []
        for (position, source) in checked.rule.examples.enumerated() {
            let expansions = expansions(of: source, at: "examples", position)
            texts += expansions
            for text in expansions where !checkExample(text, position, with: &trial) { break }
        }
        for (position, source) in checked.rule.counterExamples.enumerated() {
            for text in expansions(of: source, at: "counter_examples", position)
            where !checkCounterExample(text, position, with: &trial) { break }
        }
        // The anchors of a name are all its spellings, made by the compiler.
        guard problems.isEmpty, checked.rule.shape == .own else { return }
        for (position, anchor) in checked.rule.anchors.enumerated() {
            let isUsed = texts.contains { !AnchorSearch.occurrences(of: anchor, in: $0).isEmpty }
            if !isUsed { note(.anchorInNoExample(anchor.text), at: "anchors", position) }
        }
    }

    /// Returns false if the other expansions of the same template would say nothing new.
    private mutating func checkExample(_ text: [UInt8], _ position: Int, with trial: inout ExampleTrial) -> Bool {
        let verdicts = trial.verdicts(of: checked, in: text)
        if gaveUp(verdicts, at: "examples", position) { return false }
        guard verdicts.contains(where: { $0.secret != nil }) else {
            note(.exampleNotFound(Self.failure(of: verdicts)), at: "examples", position)
            return false
        }
        if trial.needsMoreReach(checked, in: text) {
            note(.exampleNeedsMoreReach, at: "examples", position)
            return false
        }
        return true
    }

    private mutating func checkCounterExample(
        _ text: [UInt8], _ position: Int, with trial: inout ExampleTrial
    ) -> Bool {
        let verdicts = trial.verdicts(of: checked, in: text)
        if gaveUp(verdicts, at: "counter_examples", position) { return false }
        guard !checked.rule.traits.proof.isOne, verdicts.contains(where: { $0.secret != nil }) else { return true }
        note(.counterExampleFound, at: "counter_examples", position)
        return false
    }

    private mutating func gaveUp(_ verdicts: [ExampleTrial.Verdict], at key: String, _ position: Int) -> Bool {
        switch verdicts.last {
        case .notExamined(let failure):
            note(.searchGivenUp(failure), at: key, position)
            return true
        case .outOfTime:
            isOutOfTime = true
            return true
        default:
            return false
        }
    }

    /// The failure that came nearest to a finding.
    private static func failure(of verdicts: [ExampleTrial.Verdict]) -> RuleProblemReason.ExampleFailure {
        let ranked: [RuleProblemReason.ExampleFailure] = [
            .allowed, .entropyTooLow, .noSecretGroup, .matchStartsElsewhere, .patternDeclines,
        ]
        return ranked.first { verdicts.contains(.declined($0)) } ?? .noAnchor
    }

    private mutating func expansions(of source: String, at key: String, _ position: Int) -> [[UInt8]] {
        do {
            let template = try Template(source)
            return try seeds.map { seed throws(TemplateError) in try template.bytes(seed: seed) }
        } catch {
            note(.badTemplate(error), at: key, position)
            return []
        }
    }

    private mutating func note(_ reason: RuleProblemReason, at key: String, _ element: Int) {
        problems.append(locator.problem(reason, at: key, element: element))
    }
}
