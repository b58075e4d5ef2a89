import Blobs
import Findings

/// Puts one finding after the other into words. What to do is said once for each rule, at its first finding.
struct TextFinding {
    /// How many other places of the same secret are named.
    private static let otherPlaces = 10

    private let report: RunReport
    private let palette: Palette
    private let groups: SecretGroups
    private var facts: FindingFacts
    private var explainedRules: Set<String> = []

    init(_ report: RunReport, _ palette: Palette) {
        self.report = report
        self.palette = palette
        groups = SecretGroups(report)
        facts = FindingFacts(report, showsSecrets: report.showsSecrets)
    }

    mutating func write(at index: Int, to lines: inout TextLines) {
        let finding = report.findings[index]
        let severity = palette.severity(finding.severity.rawValue, finding.severity)
        let place = palette.place(facts.place(of: finding))
        lines.line("\(place)  \(severity), \(finding.confidence.rawValue) confidence")
        lines.line("  \(DisplayText.prose(finding.rule.title)) (\(DisplayText.prose(finding.rule.id)))")
        for fact in facts.facts(of: finding) { add(fact.label, fact.text, to: &lines) }
        if groups.isFirst[index] { addOtherPlaces(of: index, to: &lines) }
        if explainedRules.insert(finding.rule.id).inserted {
            add("do", DisplayText.prose(finding.rule.remedy), to: &lines)
            for page in finding.rule.references { add("see", DisplayText.prose(page), to: &lines) }
        }
        lines.line()
    }

    private mutating func addOtherPlaces(of index: Int, to lines: inout TextLines) {
        let others = groups.count(at: index) - 1
        guard others > 0 else { return }
        let named = groups.others(of: index, limit: Self.otherPlaces).prefix(Self.otherPlaces)
        for finding in named { add("also at", facts.place(of: finding), to: &lines) }
        if others > named.count { add("also at", "\(Quantity.count(others - named.count)) more places", to: &lines) }
    }

    /// Adds nothing for an empty text.
    private func add(_ label: String, _ text: String, to lines: inout TextLines) {
        guard !text.isEmpty else { return }
        let padding = String(repeating: " ", count: max(0, 8 - label.unicodeScalars.count))
        lines.line("  \(palette.label(label))\(padding) \(text)")
    }
}
