import Rules

/// Checks a composite against the rules of its parts, and against its examples.
///
/// Rules that an earlier table holds are known by their ids only: then the examples are left to the tests of the
/// whole scanner, and so are counter-examples of rules with a proof.
struct CompositeChecker: ~Copyable {
    private let draft: CompositeDraft
    private let rules: [String: CheckedRule]
    private(set) var problems: [RuleProblem] = []
    private(set) var isOutOfTime = false

    /// - Parameter rules: the rules that passed their checks, by id.
    init(_ draft: CompositeDraft, rules: [String: CheckedRule]) {
        self.draft = draft
        self.rules = rules
    }

    /// Returns the composite if nothing is wrong with it.
    ///
    /// - Parameter isKnown: whether some rule, checked or not, has this id.
    mutating func composite(
        isKnown: (String) -> Bool, seeds: Range<UInt64>, with trial: inout ExampleTrial
    ) -> CompositeRule? {
        if let id = draft.id, !RuleChecker.isID(id) { note(.badID(id), at: "id") }
        var roles: Set<String> = []
        for (position, part) in draft.parts.enumerated() {
            if !roles.insert(part.role).inserted { note(.duplicateRole(part.role), at: "parts", element: position) }
            for rule in part.rules where !isKnown(rule) {
                note(.unknownPartRule(rule), at: "parts", element: position)
            }
        }
        guard let composite = assembled() else { return nil }
        if composite.parts.flatMap(\.rules).allSatisfy({ rules[$0] != nil }) {
            check(composite, seeds: seeds, with: &trial)
        }
        return problems.isEmpty ? composite : nil
    }

    private mutating func assembled() -> CompositeRule? {
        guard let role = draft.primaryRole else { return nil }
        guard let primary = draft.parts.firstIndex(where: { $0.role == role }) else {
            note(.unknownRole(role, known: draft.parts.map(\.role)), at: "primary")
            return nil
        }
        guard problems.isEmpty, let id = draft.id, let title = draft.title, let severity = draft.severity,
            let distance = draft.distance, draft.parts.count > 1
        else { return nil }
        return CompositeRule(
            id: id, title: title, description: draft.description ?? "", provider: draft.provider, severity: severity,
            confidence: draft.confidence, parts: draft.parts, primary: primary, distance: distance,
            examples: draft.examples, counterExamples: draft.counterExamples, references: draft.references,
            remedy: draft.remedy ?? "")
    }

    // MARK: Examples

    private mutating func check(_ composite: CompositeRule, seeds: Range<UInt64>, with trial: inout ExampleTrial) {
        for (position, source) in composite.examples.enumerated() {
            for text in expansions(of: source, at: "examples", position, seeds) {
                guard let reason = failure(of: composite, in: text, with: &trial) else { continue }
                note(reason, at: "examples", element: position)
                break
            }
        }
        let hasProof = composite.parts.flatMap(\.rules).contains { rules[$0]?.rule.traits.proof.isOne != false }
        for (position, source) in composite.counterExamples.enumerated() {
            for text in expansions(of: source, at: "counter_examples", position, seeds)
            where !hasProof && failure(of: composite, in: text, with: &trial) == nil {
                note(.compositeInCounterExample, at: "counter_examples", element: position)
                break
            }
        }
    }

    /// Returns why the composite is not in `text`; `nil` if it is.
    private mutating func failure(
        of composite: CompositeRule, in text: [UInt8], with trial: inout ExampleTrial
    ) -> RuleProblemReason? {
        var secrets: [[Range<Int>]] = []
        for part in composite.parts {
            var found: [Range<Int>] = []
            for id in part.rules {
                guard let checked = rules[id] else { continue }
                let verdicts = trial.verdicts(of: checked, in: text)
                if verdicts.last == .outOfTime { isOutOfTime = true }
                found += verdicts.compactMap(\.secret)
            }
            if found.isEmpty { return .partInNoExample(role: part.role) }
            secrets.append(found)
        }
        var farPart: String?
        let isTogether = secrets[composite.primary].contains { primary in
            composite.parts.indices.allSatisfy { index in
                let isNear = secrets[index].contains { composite.distance.allows(primary, $0, in: text) }
                if !isNear { farPart = composite.parts[index].role }
                return isNear
            }
        }
        return isTogether ? nil : farPart.map { .partsTooFarApart(role: $0) }
    }

    private mutating func expansions(
        of source: String, at key: String, _ position: Int, _ seeds: Range<UInt64>
    ) -> [[UInt8]] {
        do {
            let template = try Template(source)
            return try seeds.map { seed throws(TemplateError) in try template.bytes(seed: seed) }
        } catch {
            note(.badTemplate(error), at: key, element: position)
            return []
        }
    }

    private mutating func note(_ reason: RuleProblemReason, at key: String, element: Int? = nil) {
        problems.append(draft.locator.problem(reason, at: key, element: element))
    }
}

extension CompositeDistance {
    fileprivate func allows(_ left: Range<Int>, _ right: Range<Int>, in text: [UInt8]) -> Bool {
        guard Self.gap(between: left, and: right) <= bytes else { return false }
        let start = min(left.upperBound, right.upperBound)
        let end = max(left.lowerBound, right.lowerBound)
        guard let lines, start < end else { return true }
        return text[start..<end].count { $0 == UInt8(ascii: "\n") } <= lines
    }
}
