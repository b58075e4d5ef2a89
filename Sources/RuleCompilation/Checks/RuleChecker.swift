import PCRE2
import Rules

/// Checks the parts of a rule against each other: pattern, groups, anchors, reach.
struct RuleChecker {
    static let longestID = 64
    /// Literals below this length and runs below the next occur in most files.
    private static let denseLiteral = 4
    private static let denseRun = 16

    private let draft: RuleDraft
    private(set) var problems: [RuleProblem] = []

    init(_ draft: RuleDraft) {
        self.draft = draft
    }

    /// Returns the rule if nothing is wrong with it but, perhaps, its examples.
    mutating func checkedRule() -> CheckedRule? {
        if let id = draft.id, !Self.isID(id) { note(.badID(id), at: "id") }
        checkAnchors()
        let allowPatterns = draft.allowPatterns.enumerated().compactMap { allowPattern($1, position: $0) }
        guard let pattern = pattern() else { return nil }
        let group = secretGroup(in: pattern)
        checkReach(of: pattern)
        guard !problems.contains(where: { !$0.isWarning }), let group, let rule = rule(secretGroup: group) else {
            return nil
        }
        return CheckedRule(rule: rule, pattern: pattern, allowPatterns: allowPatterns)
    }

    static func isID(_ id: String) -> Bool {
        let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let letters = ByteClass.lower.union(.digits)
        return id.utf8.count <= longestID && words.allSatisfy { !$0.isEmpty && $0.allSatisfy(letters.contains) }
    }

    private mutating func note(_ reason: RuleProblemReason, at key: String, element: Int? = nil) {
        problems.append(draft.locator.problem(reason, at: key, element: element))
    }

    private func rule(secretGroup: Int) -> Rule? {
        guard let id = draft.id, let title = draft.title, let severity = draft.severity, let source = draft.pattern,
            let reach = draft.reach, !draft.anchors.isEmpty
        else { return nil }
        let traits = RuleTraits(
            severity: severity, reach: reach, startsAtAnchor: draft.startsAtAnchor, secretGroup: secretGroup,
            minimumEntropy: draft.minimumEntropy, confidence: draft.confidence, proof: draft.proof,
            needsValueRun: draft.needsValueRun)
        return Rule(
            id: id, title: title, description: draft.description ?? "", provider: draft.provider, pattern: source,
            patternOptions: draft.patternOptions, anchors: draft.anchors, traits: traits,
            allowPatterns: draft.allowPatterns, shape: draft.shape, source: draft.source, examples: draft.examples,
            counterExamples: draft.counterExamples, references: draft.references, remedy: draft.remedy ?? "")
    }

    // MARK: Patterns

    private mutating func pattern() -> Pattern? {
        guard let source = draft.pattern else { return nil }
        do {
            let pattern = try PatternCompiler.pattern(source, options: draft.patternOptions)
            if pattern.canMatchEmpty { note(.patternMatchesEmpty, at: "pattern") }
            return pattern
        } catch {
            note(.badPattern(error), at: "pattern")
            return nil
        }
    }

    private mutating func secretGroup(in pattern: Pattern) -> Int? {
        switch draft.secretGroup {
        case .number(let number):
            if (0...pattern.captureCount).contains(number) { return number }
            note(.groupOutOfRange(number, count: pattern.captureCount), at: "secret")
        case .name(let name):
            if let number = pattern.groupNumbers[name] { return number }
            note(.unknownGroup(name), at: "secret")
        }
        return nil
    }

    private mutating func allowPattern(_ source: String, position: Int) -> Pattern? {
        do {
            let pattern = try PatternCompiler.pattern(source)
            if pattern.canMatchEmpty || Self.matchesAnything(pattern) {
                note(.allowsEverything(source), at: "allow", element: position)
            }
            return pattern
        } catch {
            note(.badAllowPattern(source, error), at: "allow", element: position)
            return nil
        }
    }

    /// A pattern that no two of these texts, which share no character, can escape is no exception but the rule.
    private static let unlikeTexts = ["kQzvXbWmTjRg", "4719302856", "+/=_-.:,;!"]

    private static func matchesAnything(_ pattern: Pattern) -> Bool {
        guard var matcher = try? Matcher(jit: .never) else { return false }
        return unlikeTexts.allSatisfy { matcher.firstMatch(of: pattern, in: Array($0.utf8).span) == .match }
    }

    // MARK: Anchors and reach

    private mutating func checkAnchors() {
        for (position, anchor) in draft.anchors.enumerated() {
            switch anchor {
            case .literal(let bytes, _):
                let text = anchor.text
                if bytes.count < Anchor.shortestLiteral {
                    note(.anchorTooShort(text, minimum: Anchor.shortestLiteral), at: "anchors", element: position)
                } else if bytes.count > Anchor.maximumLength {
                    note(.anchorTooLong(text, maximum: Anchor.maximumLength), at: "anchors", element: position)
                } else if bytes.count < Self.denseLiteral || Set(bytes).count == 1 {
                    note(.anchorIsDense(text), at: "anchors", element: position)
                }
            case .classRun(_, let length):
                if length.lowerBound < Self.denseRun {
                    note(.anchorIsDense("run of \(length.lowerBound)"), at: "anchors", element: position)
                }
            }
        }
    }

    private mutating func checkReach(of pattern: Pattern) {
        guard let reach = draft.reach else { return }
        if pattern.maximumLookbehind > reach.before {
            note(.reachBeforeTooSmall(given: reach.before, lookbehind: pattern.maximumLookbehind), at: "reach")
        }
    }
}
