import Blobs
import Findings

/// Puts one finding after the other into words. What to do is said once for each rule, at its first finding.
struct TextFinding {
    /// How many references are named.
    private static let shownReferences = 5

    /// How many other places of the same secret are named.
    private static let otherPlaces = 10

    private let report: RunReport
    private let palette: Palette
    private let groups: SecretGroups
    private var filter: ContentFilter
    private var explainedRules: Set<String> = []

    init(_ report: RunReport, _ palette: Palette) {
        self.report = report
        self.palette = palette
        groups = SecretGroups(report)
        filter = ContentFilter(report.masker)
    }

    mutating func write(at index: Int, to lines: inout TextLines) {
        let finding = report.findings[index]
        let severity = palette.severity(finding.severity.rawValue, finding.severity)
        lines.line("\(palette.place(place(of: finding)))  \(severity), \(finding.confidence.rawValue) confidence")
        lines.line("  \(DisplayText.prose(finding.rule.title)) (\(DisplayText.prose(finding.rule.id)))")
        add("secret", shown(finding.secret, finding.redacted), to: &lines)
        if let medium = ProvenanceText.medium(of: finding.provenance) { add("where", medium, to: &lines) }
        add("why", prose(finding.reason), to: &lines)
        if let history = finding.history { add(history, to: &lines) }
        for detail in finding.details { add(prose(detail.name), prose(detail.value), to: &lines) }
        for related in finding.related {
            let redacted = RedactedSecret(related.secret, prefixLength: related.prefixLength)
            let shown = report.showsSecrets ? shown(related.secret, redacted) : redacted.text
            let start = related.location.start
            add("with", "\(DisplayText.prose(related.role)) \(shown) at \(start.line):\(start.column)", to: &lines)
        }
        if groups.isFirst[index] { addOtherPlaces(of: index, to: &lines) }
        if explainedRules.insert(finding.rule.id).inserted {
            add("do", DisplayText.prose(finding.rule.remedy), to: &lines)
            for page in finding.rule.references { add("see", DisplayText.prose(page), to: &lines) }
        }
        lines.line()
    }

    private mutating func add(_ history: History, to lines: inout TextLines) {
        if let commit = history.introduced { add("since", text(commit), to: &lines) }
        if let last = history.last, last != history.introduced {
            add("until", "\(text(last)), \(Quantity.count(history.versions)) versions", to: &lines)
        }
        for path in history.otherPaths { add("also as", DisplayText.name(filter.path(path).bytes), to: &lines) }
        var state: [String] = []
        if let isInHead = history.isInHead { state.append(isInHead ? "in HEAD" : "not in HEAD") }
        if let isPushed = history.isPushed {
            state.append(isPushed ? "pushed to a remote" : "in no remote-tracking reference")
        }
        if !history.isReachable { state = ["unreachable: no reference leads to it"] }
        add("reach", state.joined(separator: ", "), to: &lines)
        let names = history.references.prefix(Self.shownReferences).map {
            prose(String(decoding: $0, as: UTF8.self))
        }
        let others = history.referenceCount - names.count
        let more = others > 0 ? " and \(Quantity.count(others)) more" : ""
        add("refs", names.joined(separator: " ") + more, to: &lines)
    }

    private func text(_ commit: History.Commit) -> String {
        let author = prose(String(decoding: commit.author, as: UTF8.self))
        let subject = prose(String(decoding: commit.subject, as: UTF8.self))
        return "\(commit.id.prefix(12)) \(Timestamp.text(commit.seconds)) \(author): \(subject)"
    }

    private mutating func addOtherPlaces(of index: Int, to lines: inout TextLines) {
        let others = groups.count(at: index) - 1
        guard others > 0 else { return }
        let named = groups.others(of: index, limit: Self.otherPlaces).prefix(Self.otherPlaces)
        for finding in named { add("also at", place(of: finding), to: &lines) }
        if others > named.count { add("also at", "\(Quantity.count(others - named.count)) more places", to: &lines) }
    }

    /// Adds nothing for an empty text.
    private func add(_ label: String, _ text: String, to lines: inout TextLines) {
        guard !text.isEmpty else { return }
        let padding = String(repeating: " ", count: max(0, 8 - label.unicodeScalars.count))
        lines.line("  \(palette.label(label))\(padding) \(text)")
    }

    private mutating func place(of finding: Finding) -> String {
        let name = DisplayText.name(filter.path(finding.provenance.path).bytes)
        return "\(name):\(finding.location.start.line):\(finding.location.start.column)"
    }

    private func prose(_ text: String) -> String {
        DisplayText.prose(filter.text(text))
    }

    private func shown(_ secret: Secret, _ redacted: RedactedSecret) -> String {
        guard !report.showsSecrets else { return DisplayText.name(secret.reveal()) }
        return "\(redacted.text) (\(redacted.lengthClass) bytes)"
    }
}
