/// Reads a configuration of gitleaks or betterleaks.
struct GitleaksReader {
    private(set) var file = ForeignRuleFile()

    init(_ bytes: [UInt8]) throws(MigrationError) {
        let root = try ForeignTable(bytes)
        try readExtension(root)
        var allowlists: [GitleaksAllowlist] = []
        for table in try root.tables("allowlist") + root.tables("allowlists") {
            allowlists.append(try GitleaksAllowlist(table))
        }
        for list in allowlists {
            for remark in list.remarks { file.note(remark, line: list.line) }
        }
        if root.has("prefilter") {
            file.note(
                "'prefilter' is not carried over: leave the paths that it names out of the scan",
                line: root.line(of: "prefilter"))
        }
        let filter = BetterleaksFilter(try root.text("filter") ?? "")
        for remark in filter.remarks { file.note(remark, line: root.line(of: "filter")) }
        for table in try root.tables("rules") {
            guard var rule = try readRule(table) else { continue }
            rule.minimumEntropy = max(rule.minimumEntropy, filter.minimumEntropy)
            rule.allow += filter.allow
            for list in allowlists where list.targets.isEmpty || list.targets.contains(rule.id) {
                rule.allow += list.patterns
            }
            file.rules.append(rule)
        }
    }

    private mutating func readExtension(_ root: ForeignTable) throws(MigrationError) {
        for table in try root.tables("extend") {
            if try table.flag("useDefault") {
                file.note(
                    "'extend.useDefault': the default rules are not in this file; Keyhound's own are always there",
                    line: table.line)
            }
            if table.has("path") { file.note("'extend.path': convert that file too", line: table.line) }
            if table.has("disabledRules") {
                file.note("'extend.disabledRules' is not carried over: see --disable", line: table.line)
            }
        }
    }

    private mutating func readRule(_ table: ForeignTable) throws(MigrationError) -> ForeignRule? {
        guard let id = try table.text("id"), !id.isEmpty else {
            throw MigrationError(.badValue(key: "id", problem: "a rule has none"), line: table.line)
        }
        let hasPath = table.has("path")
        guard let pattern = try table.text("regex"), !pattern.isEmpty else {
            let reason = hasPath ? "a rule about paths has no counterpart" : "a change of a rule that is elsewhere"
            file.note("not carried over: \(reason)", rule: id, line: table.line)
            return nil
        }
        let description = try table.text("description") ?? ""
        var rule = ForeignRule(
            id: id, line: table.line, title: Self.title(id), description: description, pattern: pattern, dialect: .go)
        if let group = try table.integer("secretGroup"), group != 0 {
            guard group > 0 else { throw table.bad("secretGroup", "it must be the number of a group") }
            rule.group = .number(group)
        }
        rule.minimumEntropy = try table.number("entropy") ?? 0
        rule.keywords = try table.texts("keywords")
        rule.isHelper = try table.flag("skipReport")
        if let level = try table.text("confidence")?.lowercased() {
            rule.confidence = ForeignRule.Confidence(rawValue: level) ?? .medium
        }
        rule.partners = try Self.partners(table)
        if hasPath { rule.remarks.append("'path' is not carried over: the rule looks at all files") }
        for list in try table.tables("allowlist") + table.tables("allowlists") {
            let allowlist = try GitleaksAllowlist(list)
            rule.allow += allowlist.patterns
            rule.remarks += allowlist.remarks
        }
        let filter = BetterleaksFilter(try table.text("filter") ?? "")
        rule.minimumEntropy = max(rule.minimumEntropy, filter.minimumEntropy)
        rule.allow += filter.allow
        rule.remarks += filter.remarks
        for key in ["validate", "tokenEfficiency", "specificity", "prefilter"] where table.has(key) {
            rule.remarks.append("'\(key)' is not carried over")
        }
        return rule
    }

    private static func partners(_ table: ForeignTable) throws(MigrationError) -> [ForeignRule.Partner] {
        var partners: [ForeignRule.Partner] = []
        for part in try table.tables("required") {
            guard let id = try part.text("id") else { throw part.bad("id", "a required rule has none") }
            partners.append(
                ForeignRule.Partner(
                    rule: id, lines: try part.integer("withinLines"), columns: try part.integer("withinColumns")))
        }
        return partners
    }

    /// "acme-api-key" as "Acme api key".
    private static func title(_ id: String) -> String {
        let words = id.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
