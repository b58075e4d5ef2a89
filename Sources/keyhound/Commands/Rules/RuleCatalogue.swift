import Rules

/// All rules in the order of people: by provider, then by id.
struct RuleCatalogue {
    /// One rule or composite.
    struct Entry {
        let provider: String
        let id: String
        let title: String
        let severity: Severity

        /// `nil` for a composite, which joins what others found.
        let shape: RuleShape?
        let source: ShapeSource?
        let proof: Proof

        /// What is said of a match beyond its pattern.
        var judgement: String {
            if shape == nil { return "joined" }
            return proof.isOne ? proof.rawValue : ""
        }
    }

    let providers: [(name: String, entries: [Entry])]
    let ruleCount: Int
    let compositeCount: Int

    init(_ rules: RuleSet) {
        var entries = rules.indices.map { index in
            let rule = rules.rule(at: index)
            return Entry(
                provider: rule.provider, id: rule.id, title: rule.title, severity: rule.traits.severity,
                shape: rule.shape, source: rule.source, proof: rule.traits.proof)
        }
        entries += rules.composites.indices.map { position in
            let rule = rules.composite(at: position)
            return Entry(
                provider: rule.provider, id: rule.id, title: rule.title, severity: rule.severity, shape: nil,
                source: nil, proof: .none)
        }
        (ruleCount, compositeCount) = (rules.count, rules.composites.count)
        providers = Dictionary(grouping: entries, by: \.provider)
            .map { (name: $0.key, entries: $0.value.sorted { $0.id < $1.id }) }
            .sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    }

    func count(where isCounted: (Entry) -> Bool) -> Int {
        providers.reduce(0) { $0 + $1.entries.count(where: isCounted) }
    }

    /// The rules by shape, and those whose matches are judged by a proof.
    var summary: String {
        let own = count { $0.shape == .own }
        let named = count { $0.shape == .named }
        let assigned = count { $0.shape == .assigned }
        let proofs = Set(providers.flatMap(\.entries).map(\.proof)).filter(\.isOne).count
        let judged = count(where: \.proof.isOne)
        return "\(ruleCount) rules of \(providers.count) providers: \(own) of own shape, \(named) by a name, "
            + "\(assigned) by what a value is given to; "
            + "\(judged) judged by \(proofs) proofs; \(compositeCount) joined from several"
    }

    // MARK: Layout

    /// For a terminal: columns of one width.
    var text: String {
        let entries = providers.flatMap(\.entries)
        let width = entries.map(\.id.count).max() ?? 0
        let proofWidth = entries.map(\.judgement.count).max() ?? 0
        func padded(_ text: String, to width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        var text = ""
        for provider in providers {
            text += "\(provider.name)\n"
            for entry in provider.entries {
                text += "  \(padded(entry.id, to: width))  \(padded(entry.severity.rawValue, to: 8))  "
                text += "\(padded(entry.shape?.rawValue ?? "", to: 8))  \(padded(entry.judgement, to: proofWidth))  "
                text += "\(entry.title)\n"
            }
            text += "\n"
        }
        return text + summary + "\n"
    }

    /// For people who read the repository: `Rules/CATALOGUE.md`.
    var markdown: String {
        var text = """
            # Catalogue

            Written by `make catalogue`; a test holds it against the rules. \(summary).

            **Shape**: *own*, recognised by itself, through a prefix, check digits or a parse; *named*, by a name \
            beside it; *assigned*, by a word such as `password` in the name that it is given to. **Proof**: what a \
            match says about itself is asked, see `DESIGN.md`; without one, the pattern decides. \
            **Source**: the issuer documents the shape, or it was observed.


            """
        for provider in providers {
            text += "## \(Self.cell(provider.name))\n\n"
            text += "| rule | finds | severity | shape | proof | source |\n|---|---|---|---|---|---|\n"
            for entry in provider.entries {
                text += "| `\(entry.id)` | \(Self.cell(entry.title)) | \(entry.severity.rawValue) | "
                text += "\(entry.shape?.rawValue ?? "") | \(entry.judgement) | \(entry.source?.rawValue ?? "") |\n"
            }
            text += "\n"
        }
        return String(text.dropLast())
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
