import Findings
import PCRE2
import Rules
import Synchronization

/// A rule set made ready to search with: immutable, and shared by all scanners.
///
/// Anchors are prepared when there is a first text to search, a pattern is compiled when its rule is first needed, both
/// once for all scanners: starting costs nothing for what is never asked for.
public final class CompiledRuleSet: Sendable {
    public let rules: RuleSet
    let traits: [RuleTraits]
    /// For each rule, whether a composite may raise its matches.
    let isPart: [Bool]

    /// For each rule, how much it knows about what it finds, see `specificity`.
    let specificities: [UInt8]

    /// For each rule, whether its literals are what a credential of a shape of its own begins with.
    let beginsWithPrefix: [Bool]

    /// How many bytes around a byte range must be at hand for everything that starts in it to be judged.
    public let context: SegmentContext

    private let prefilter: Prefilter
    private let anchorIndex = Mutex<AnchorIndex?>(nil)
    private let versions = Mutex<VersionReach?>(nil)
    private let jit: JITPolicy
    private let usesRejecters: Bool
    private let compiled: Mutex<[CompiledRule?]>

    /// The program of each rule that had a candidate; `nil` in it where a rule has none.
    private let rejections: Mutex<[RuleIndex: RejectionProgram?]>
    private let summaries: Mutex<[String: RuleSummary]>

    /// Complexity: O(n) in the number of rules and anchors.
    public init(_ rules: RuleSet, jit: JITPolicy = .automatic, prefilter: Prefilter = .fast) {
        self.rules = rules
        self.jit = jit
        traits = rules.indices.map { rules.traits(of: $0) }
        self.prefilter = prefilter
        var isPart = [Bool](repeating: false, count: rules.count)
        for composite in rules.composites {
            for rule in composite.parts.joined() { isPart[Int(rule.rawValue)] = true }
        }
        self.isPart = isPart
        specificities = zip(traits, rules.indices).map { Self.specificity($0, rules.shape(of: $1)) }
        beginsWithPrefix = zip(traits, rules.indices).map { $0.startsAtAnchor && rules.shape(of: $1) == .own }
        let longestAnchor = rules.indices.reduce(0) { max($0, rules.longestAnchor(of: $1)) }
        context = SegmentContext(traits, longestAnchor: longestAnchor)
        usesRejecters = prefilter != .naive
        compiled = Mutex(Array(repeating: nil, count: rules.count))
        rejections = Mutex([:])
        summaries = Mutex([:])
    }

    /// A prefix says more than a provider's name, that more than what forty characters look like, and that more than
    /// what a value is given to: it may be half of a pair.
    private static func specificity(_ traits: RuleTraits, _ shape: RuleShape) -> UInt8 {
        switch traits.proof {
        case .awsSecretAlone: 1
        case .awsSecretBesideKeyword: 2
        default: shape == .own ? 4 : shape == .named ? 3 : 0
        }
    }

    /// The anchors of all rules. Scanners keep what they get, so the lock is taken once for each of them.
    ///
    /// - Complexity: O(n) in the number of anchors the first time, a millisecond for a thousand.
    func anchors() -> AnchorIndex {
        anchorIndex.withLock { index in
            if let index { return index }
            let made = AnchorIndex(rules, traits: traits, prefilter: prefilter)
            index = made
            return made
        }
    }

    /// What of a blob holds for its versions too. Scanners keep what they get, so the lock is taken once for each.
    ///
    /// - Complexity: O(n) in the number of rules the first time.
    func versionReach() -> VersionReach {
        versions.withLock { reach in
            if let reach { return reach }
            let made = VersionReach(rules, traits)
            reach = made
            return made
        }
    }

    /// The compiled patterns of a rule. Scanners keep what they get, so the lock is taken once for each of them.
    func compiledRule(_ index: RuleIndex) throws(PatternError) -> CompiledRule {
        try compiled.withLock { (compiled: inout [CompiledRule?]) throws(PatternError) -> CompiledRule in
            if let done = compiled[Int(index.rawValue)] { return done }
            let rule = try CompiledRule(rules.rule(at: index), jit: jit)
            compiled[Int(index.rawValue)] = rule
            return rule
        }
    }

    /// What one scanner throws candidates of a rule out with before their pattern is tried, or even compiled; `nil` if
    /// there is no such thing. It speaks of the first byte of a match, so only rules that say where that is have one.
    func makeRejecter(_ index: RuleIndex) -> Rejecter? {
        guard usesRejecters, traits[Int(index.rawValue)].startsAtAnchor else { return nil }
        let program = rejections.withLock { rejections in
            if let known = rejections[index] { return known }
            let rule = rules.rule(at: index)
            let made = RejectionProgram(source: rule.pattern, options: Pattern.Options(rule.patternOptions))
            rejections.updateValue(made, forKey: index)
            return made
        }
        return program.map(Rejecter.init)
    }

    /// What reports say about a rule.
    func summary(of index: RuleIndex) -> RuleSummary {
        summary(id: rules.id(of: index)) {
            let rule = rules.rule(at: index)
            return RuleSummary(
                id: rule.id, title: rule.title, description: rule.description, severity: rule.traits.severity,
                remedy: rule.remedy, references: rule.references)
        }
    }

    /// What reports say about the composite at `position`, and what its parts are called.
    func summary(ofComposite position: Int) -> (rule: RuleSummary, roles: [String]) {
        let composite = rules.composite(at: position)
        let rule = summary(id: composite.id) {
            RuleSummary(
                id: composite.id, title: composite.title, description: composite.description,
                severity: composite.severity, remedy: composite.remedy, references: composite.references)
        }
        return (rule, composite.parts.map(\.role))
    }

    private func summary(id: String, make: () -> RuleSummary) -> RuleSummary {
        summaries.withLock { summaries in
            if let known = summaries[id] { return known }
            let made = make()
            summaries[id] = made
            return made
        }
    }
}
