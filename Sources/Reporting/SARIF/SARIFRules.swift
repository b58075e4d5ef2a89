import Findings
import Rules

/// The rules behind the results of one run, and what SARIF says about each.
struct SARIFRules {
    private struct Entry {
        let rule: RuleSummary
        var lowestConfidence: Confidence
        var isAlwaysProven: Bool
    }

    /// Ordered by id.
    private let entries: [Entry]
    private let indexes: [String: Int]

    init(of findings: some Sequence<Finding>) {
        var byID: [String: Entry] = [:]
        for finding in findings {
            let isProven = finding.verdict == .proven
            let new = Entry(rule: finding.rule, lowestConfidence: finding.confidence, isAlwaysProven: isProven)
            var entry = byID[finding.rule.id] ?? new
            entry.lowestConfidence = min(entry.lowestConfidence, finding.confidence)
            entry.isAlwaysProven = entry.isAlwaysProven && isProven
            byID[finding.rule.id] = entry
        }
        entries = byID.values.sorted { $0.rule.id < $1.rule.id }
        indexes = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.rule.id, $0) })
    }

    /// The position of a rule in the list that `write` writes.
    func index(of rule: RuleSummary) -> Int? { indexes[rule.id] }

    func write(to json: inout JSONWriter) {
        for entry in entries {
            json.newLine()
            json.object { Self.writeMembers(of: entry, to: &$0) }
        }
    }

    private static func writeMembers(of entry: Entry, to json: inout JSONWriter) {
        let rule = entry.rule
        let remedy = rule.remedy.isEmpty ? "Revoke the credential, then remove it." : rule.remedy
        json.string("id", rule.id)
        json.string("name", SARIFText.identifier(rule.id))
        writeText("shortDescription", rule.title, to: &json)
        writeText("fullDescription", rule.description.isEmpty ? rule.title : rule.description, to: &json)
        if let page = rule.references.first { json.string("helpUri", page) }
        json.object("help") { json in
            let pages = rule.references.map { "\n" + $0 }.joined()
            let list = rule.references.map { "\n- <\($0)>" }.joined()
            json.string("text", SARIFText.message(remedy) + pages)
            json.string(
                "markdown", "**What to do:** " + MarkdownText.escaped(remedy) + (list.isEmpty ? "" : "\n" + list))
        }
        json.object("defaultConfiguration") { $0.string("level", level(of: rule.severity)) }
        json.object("properties") { json in
            json.string("security-severity", securitySeverity(of: rule.severity))
            json.string("precision", entry.isAlwaysProven ? "very-high" : entry.lowestConfidence.rawValue)
            json.strings("tags", ["security", "secret", "external/cwe/cwe-798"])
        }
    }

    private static func writeText(_ key: String, _ text: String, to json: inout JSONWriter) {
        json.object(key) { $0.string("text", SARIFText.message(text)) }
    }

    static func level(of severity: Severity) -> String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }

    /// A number in the middle of the range that GitHub gives the same name.
    private static func securitySeverity(of severity: Severity) -> String {
        switch severity {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "2.0"
        }
    }
}
