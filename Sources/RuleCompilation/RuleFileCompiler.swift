import PCRE2
import Rules

/// Turns rule files into rules, or says everything that is wrong with them.
///
/// Serves the build of the built-in rules (`rulec`), users' rules at start-up and `keyhound rules check` alike.
/// Nothing in a file can make it run anything, open anything, or take much longer than its time limit.
public struct RuleFileCompiler: Sendable {
    /// More problems than this help nobody; the rest of a hostile file is not reported.
    public static let maximumProblems = 1_000

    private let audience: RuleAudience
    private let knownIDs: [String]
    private let timeLimit: Duration

    /// - Parameters:
    ///   - known: ids of the rules that are there already: composites may name them, and no new rule may take them.
    ///   - timeLimit: after which checking examples is given up, which is an error.
    public init(for audience: RuleAudience, known: [String] = [], timeLimit: Duration = .seconds(10)) {
        self.audience = audience
        knownIDs = known
        self.timeLimit = timeLimit
    }

    /// Compiles `files` together: a composite may name rules of another file.
    ///
    /// - Throws: every problem of every file.
    public func compile(_ files: [RuleFile]) throws(RuleFileErrors) -> CompiledRules {
        var problems: [RuleProblem] = []
        var rules: [RuleDraft] = []
        var composites: [CompositeDraft] = []
        for file in files {
            let reader = RuleFileReader(file, for: audience)
            problems += reader.problems
            rules += reader.rules
            composites += reader.composites
        }
        problems += duplicates(rules.map { ($0.id, $0.locator) } + composites.map { ($0.id, $0.locator) })
        let result = checked(rules, composites, problems: &problems)

        let sorted = Self.sorted(problems, files: files)
        guard sorted.allSatisfy(\.isWarning) else {
            throw RuleFileErrors(problems: Array(sorted.prefix(Self.maximumProblems)))
        }
        let places = rules.map { ($0.id ?? "", $0.locator) } + composites.map { ($0.id ?? "", $0.locator) }
        return CompiledRules(
            rules: result.rules, composites: result.composites, warnings: sorted,
            locators: Dictionary(places, uniquingKeysWith: { first, _ in first }))
    }

    private func checked(
        _ drafts: [RuleDraft], _ compositeDrafts: [CompositeDraft], problems: inout [RuleProblem]
    ) -> (rules: [Rule], composites: [CompositeRule]) {
        let deadline = Deadline(in: timeLimit)
        guard var trial = try? ExampleTrial(until: deadline) else {
            preconditionFailure("no memory for a matcher")
        }
        let knownIDs = Set(knownIDs + drafts.compactMap(\.id))
        var accepted: [Rule] = []
        var byID: [String: CheckedRule] = [:]
        for draft in drafts {
            guard !deadline.hasPassed else {
                problems.append(draft.locator.problem(.outOfTime))
                return ([], [])
            }
            var checker = RuleChecker(draft)
            let checked = checker.checkedRule()
            problems += checker.problems
            guard let checked else { continue }
            var examples = ExampleChecker(checked, locator: draft.locator, seeds: audience.seeds)
            examples.run(with: &trial)
            problems += examples.problems
            if examples.isOutOfTime { problems.append(draft.locator.problem(.outOfTime)) }
            accepted.append(checked.rule)
            byID[checked.rule.id] = checked
        }
        var composites: [CompositeRule] = []
        for draft in compositeDrafts {
            var checker = CompositeChecker(draft, rules: byID)
            let composite = checker.composite(isKnown: knownIDs.contains, seeds: audience.seeds, with: &trial)
            problems += checker.problems
            if checker.isOutOfTime { problems.append(draft.locator.problem(.outOfTime)) }
            if let composite { composites.append(composite) }
        }
        return (accepted, composites)
    }

    private func duplicates(_ drafts: [(id: String?, locator: RuleLocator)]) -> [RuleProblem] {
        var places = Dictionary(knownIDs.map { ($0, "built in") }, uniquingKeysWith: { first, _ in first })
        var problems: [RuleProblem] = []
        for case (let id?, let locator) in drafts {
            if let first = places[id] {
                problems.append(locator.problem(.duplicateID(id, first: first), at: "id"))
            } else {
                places[id] = "\(locator.file):\(locator.line())"
            }
        }
        return problems
    }

    private static func sorted(_ problems: [RuleProblem], files: [RuleFile]) -> [RuleProblem] {
        let ranks = Dictionary(files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        return problems.enumerated()
            .sorted { left, right in
                let leftKey = (ranks[left.element.file, default: 0], left.element.line, left.offset)
                return leftKey < (ranks[right.element.file, default: 0], right.element.line, right.offset)
            }
            .map(\.element)
    }
}
