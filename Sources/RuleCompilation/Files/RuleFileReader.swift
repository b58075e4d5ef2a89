import Rules

/// Reads the TOML of one rule file into drafts. Rules/README.md documents the keys.
struct RuleFileReader {
    private let file: RuleFile
    private let audience: RuleAudience
    private var provider: String
    private(set) var rules: [RuleDraft] = []
    private(set) var composites: [CompositeDraft] = []
    private(set) var problems: [RuleProblem] = []

    init(_ file: RuleFile, for audience: RuleAudience) {
        self.file = file
        self.audience = audience
        provider = file.stem
        read()
    }

    private mutating func read() {
        let document: TOMLDocument
        do throws(RuleFileErrors) {
            document = try TOMLDocument(file)
        } catch {
            problems += error.problems
            return
        }
        var root = document.root
        provider = root.text("provider") ?? provider
        for (position, element) in root.elements("rule").enumerated() {
            let draft = root.subsection(of: element, at: "rule", element: position) { rule(&$0) }
            if let draft { rules.append(draft) }
        }
        for (position, element) in root.elements("composite").enumerated() {
            let draft = root.subsection(of: element, at: "composite", element: position) { composite(&$0) }
            if let draft { composites.append(draft) }
        }
        root.refuseUnknownKeys()
        problems += root.problems
        if rules.isEmpty, composites.isEmpty, root.problems.isEmpty {
            problems.append(RuleProblem(file: file.name, line: 1, column: nil, rule: nil, reason: .noRules))
        }
    }

    // MARK: Rules and composites

    private func rule(_ section: inout TOMLSection) -> RuleDraft {
        let id = section.text("id", isRequired: true)
        section.rule = id
        let isDocumented = audience.requiresDocumentation
        let severities = Severity.allCases.map { ($0.rawValue, $0) }
        let sources = ShapeSource.allCases.map { ($0.rawValue, $0) }
        let proofs = Proof.allCases.map { ($0.rawValue, $0) }
        let form = RuleForm(&section, isDocumented: isDocumented)
        return RuleDraft(
            locator: section.locator,
            id: id,
            title: section.text("title", isRequired: true),
            description: section.text("description", isRequired: isDocumented),
            provider: section.text("provider") ?? provider,
            severity: section.choice("severity", from: severities, isRequired: true),
            pattern: form.pattern,
            patternOptions: form.patternOptions,
            anchors: form.anchors,
            startsAtAnchor: form.startsAtAnchor,
            reach: form.reach,
            secretGroup: form.secretGroup,
            minimumEntropy: section.number("minimum_entropy", in: 0...8) ?? form.minimumEntropy,
            confidence: section.number("confidence", in: 0...1) ?? form.confidence,
            proof: section.choice("proof", from: proofs) ?? form.proof(for: audience),
            needsValueRun: form.needsValueRun,
            shape: form.shape,
            source: section.choice("source", from: sources, isRequired: isDocumented),
            allowPatterns: section.texts("allow"),
            examples: section.texts("examples", minimum: audience.minimumExamples),
            counterExamples: section.texts("counter_examples", minimum: audience.minimumCounterExamples),
            references: section.texts("references", minimum: isDocumented ? 1 : 0),
            remedy: section.text("remedy", isRequired: isDocumented))
    }

    private func composite(_ section: inout TOMLSection) -> CompositeDraft {
        let id = section.text("id", isRequired: true)
        section.rule = id
        let isDocumented = audience.requiresDocumentation
        return CompositeDraft(
            locator: section.locator,
            id: id,
            title: section.text("title", isRequired: true),
            description: section.text("description", isRequired: isDocumented),
            provider: section.text("provider") ?? provider,
            severity: section.choice("severity", from: Severity.allCases.map { ($0.rawValue, $0) }, isRequired: true),
            confidence: section.number("confidence", in: 0...1) ?? RuleForm.defaultConfidence,
            parts: parts(&section),
            primaryRole: section.text("primary", isRequired: true),
            distance: distance(&section),
            examples: section.texts("examples", minimum: audience.minimumExamples),
            counterExamples: section.texts("counter_examples", minimum: audience.minimumCounterExamples),
            references: section.texts("references", minimum: isDocumented ? 1 : 0),
            remedy: section.text("remedy", isRequired: isDocumented))
    }

    private func parts(_ section: inout TOMLSection) -> [CompositeRule.Part] {
        let elements = section.elements("parts", isRequired: true)
        var parts: [CompositeRule.Part] = []
        for (position, element) in elements.enumerated() {
            let part = section.subsection(of: element, at: "parts", element: position) { table -> CompositeRule.Part? in
                let role = table.text("role", isRequired: true)
                let rules = table.texts("rules", minimum: 1)
                guard let role, !rules.isEmpty else { return nil }
                return CompositeRule.Part(role: role, rules: rules)
            }
            if let part { parts.append(part) }
        }
        if elements.count < 2 { section.note(.tooFew(key: "parts", needed: 2, found: elements.count), at: "parts") }
        // A part's position and the primary part's are one digit of the table.
        if elements.count > 127 { section.note(.outOfRange(key: "parts", allowed: "2 to 127 tables"), at: "parts") }
        return parts
    }

    private func distance(_ section: inout TOMLSection) -> CompositeDistance? {
        section.subsection("distance", isRequired: true) { table in
            let bytes = table.integer("bytes", in: 0...CompositeDistance.maximum, isRequired: true)
            let lines = table.integer("lines", in: 0...CompositeDistance.maximum)
            return bytes.map { CompositeDistance(bytes: $0, lines: lines) }
        }
    }
}
