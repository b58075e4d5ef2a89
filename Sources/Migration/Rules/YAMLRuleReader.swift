/// Reads the rules of Kingfisher and of Nosey Parker, which share their beginnings.
struct YAMLRuleReader {
    private(set) var file = ForeignRuleFile()

    /// Keys that only Kingfisher has.
    private static let kingfisherKeys = [
        "min_entropy", "confidence", "validation", "visible", "depends_on_rule", "pattern_requirements",
    ]

    /// Returns `nil` if the bytes are no list of rules.
    static func format(of bytes: [UInt8]) -> ForeignRuleFormat? {
        guard let node = try? ForeignYAML.node(bytes), let root = ForeignMapping(node),
            let rules = try? root.mappings("rules"), let first = rules.first, first.has("pattern")
        else { return nil }
        let isKingfisher = rules.contains { rule in
            let id = try? rule.text("id")
            return kingfisherKeys.contains(where: rule.has) || id?.hasPrefix("kingfisher.") == true
        }
        return isKingfisher ? .kingfisher : .noseyparker
    }

    init(_ bytes: [UInt8], format: ForeignRuleFormat) throws(MigrationError) {
        guard let node = try ForeignYAML.node(bytes), let root = ForeignMapping(node) else {
            throw MigrationError(.badValue(key: "rules", problem: "there is no such list"))
        }
        for mapping in try root.mappings("rules") {
            if let rule = try readRule(mapping, format: format) { file.rules.append(rule) }
        }
    }

    private mutating func readRule(
        _ mapping: ForeignMapping, format: ForeignRuleFormat
    ) throws(MigrationError) -> ForeignRule? {
        let name = try mapping.text("name")
        guard let id = try mapping.text("id") ?? name, !id.isEmpty else {
            throw MigrationError(.badValue(key: "id", problem: "a rule has none"), line: mapping.line)
        }
        guard let pattern = try mapping.text("pattern") else {
            throw MigrationError(.badValue(key: "pattern", problem: "a rule has none"), line: mapping.line)
        }
        if let visible = try mapping.text("visible"), ["false", "no"].contains(visible.lowercased()) {
            file.note("not carried over: its findings are not reported ('visible')", rule: id, line: mapping.line)
            return nil
        }
        var rule = ForeignRule(
            id: id, line: mapping.line, title: name ?? id,
            description: try mapping.text("description") ?? "", pattern: pattern, dialect: .rust)
        rule.group = .named("TOKEN")
        rule.minimumEntropy = try mapping.number("min_entropy") ?? 0
        if let level = try mapping.text("confidence")?.lowercased() {
            rule.confidence = ForeignRule.Confidence(rawValue: level) ?? .medium
        }
        rule.examples = try mapping.texts("examples")
        rule.counterExamples = try mapping.texts("negative_examples")
        rule.references = try mapping.texts("references")
        if let requirements = mapping.mapping("pattern_requirements") { try readRequirements(requirements, &rule) }
        if mapping.has("validation") { rule.remarks.append("'validation' is not carried over: Keyhound asks nobody") }
        if mapping.has("depends_on_rule") {
            rule.remarks.append("'depends_on_rule' is not carried over: it serves the validation")
        }
        return rule
    }

    /// What the bytes of a secret must be, as allow patterns for those that are not so.
    private func readRequirements(_ table: ForeignMapping, _ rule: inout ForeignRule) throws(MigrationError) {
        let classes = [("min_digits", "0-9"), ("min_uppercase", "A-Z"), ("min_lowercase", "a-z")]
        for (key, inside) in classes {
            if let count = try table.count(key), count > 0 {
                rule.allow.append(AllowPatterns.fewer(than: count, of: inside))
            }
        }
        if let count = try table.count("min_special_chars"), count > 0 {
            let characters = try table.text("special_chars") ?? ##"!@#$%^&*()_+-=[]{}|;:'",.<>?/\`~"##
            let inside = characters.utf8.map(RegexSource.classLiteral).joined()
            if !inside.isEmpty { rule.allow.append(AllowPatterns.fewer(than: count, of: inside)) }
        }
        if let words = AllowPatterns.words(try table.texts("ignore_if_contains"), ignoresCase: true) {
            rule.allow.append(words)
        }
        if table.has("checksum") { rule.remarks.append("'pattern_requirements.checksum' is not carried over") }
    }
}
