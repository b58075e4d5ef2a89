import Blobs
import Findings
import Rules

/// Writes a report as annotations of a GitHub Actions job, the most severe findings first, and one line of summary.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step. So at most `findingLimit` findings are told, and
/// how many more there are. Secrets are never shown, whatever the user asks for: these lines are in the job's log.
struct AnnotationReportWriter {
    /// The most findings that are told.
    static let findingLimit = 50

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var buffer = OutputBuffer()
        for command in incompleteCommands() + findingCommands() + restCommands() {
            buffer.append(command.text)
            buffer.append(UInt8(ascii: "\n"))
            try buffer.flushIfFull(to: &sink)
        }
        buffer.append("keyhound: \(FindingCounts(report).verdict)\n")
        try buffer.flush(to: &sink)
    }

    private func incompleteCommands() -> [WorkflowCommand] {
        guard report.run.state != .complete else { return [] }
        var skips = SkipText(report)
        let reasons = report.run.incompleteReasons.map { skips.line($0) }
        let message = ([FindingCounts(report).verdict] + reasons).joined(separator: "\n")
        let title = report.run.state == .interrupted ? "The scan was interrupted" : "The scan is incomplete"
        return [WorkflowCommand(level: .error, properties: [("title", title)], message: message)]
    }

    private func findingCommands() -> [WorkflowCommand] {
        var facts = FindingFacts(report, showsSecrets: false)
        var filter = ContentFilter(report.masker)
        return mostSevere().map { command(for: report.findings[$0], &facts, &filter) }
    }

    /// The indexes of the findings that are told: by severity, and in report order where that is the same.
    private func mostSevere() -> [Int] {
        let bySeverity = Dictionary(grouping: report.findings.indices) { report.findings[$0].severity }
        let ordered = Severity.allCases.sorted(by: >).flatMap { bySeverity[$0]?.prefix(Self.findingLimit) ?? [] }
        return Array(ordered.prefix(Self.findingLimit))
    }

    private func command(
        for finding: Finding, _ facts: inout FindingFacts, _ filter: inout ContentFilter
    ) -> WorkflowCommand {
        let (start, end) = (finding.location.start, finding.location.end)
        var properties: [(key: String, value: String)] = []
        if finding.provenance.steps[0] != .standardInput {
            properties.append(("file", Self.file(filter.path(finding.provenance.file))))
            // Lines of a member are none of the file.
            if ProvenanceText.standsInContent(finding.provenance), !finding.provenance.hasMember {
                properties += [("line", String(start.line)), ("endLine", String(end.line))]
                // GitHub takes columns of one line only.
                if start.line == end.line {
                    properties += [("col", String(start.utf16Column)), ("endColumn", String(end.utf16Column))]
                }
            }
        }
        properties.append(("title", "\(finding.severity.rawValue): \(facts.prose(finding.rule.title))"))
        let rest = facts.facts(of: finding).map { "\($0.label): \($0.text)" }
        let message = ["\(facts.prose(finding.rule.id)) at \(facts.place(of: finding))"] + rest
        return WorkflowCommand(
            level: Self.level(of: finding.severity), properties: properties, message: message.joined(separator: "\n"))
    }

    private func restCommands() -> [WorkflowCommand] {
        var messages: [String] = []
        let rest = report.findings.count - Self.findingLimit
        if rest > 0 { messages.append("\(Quantity.count(rest, "more finding")); see another report for all of them") }
        let suppressed = Suppression.Kind.allCases.sorted().compactMap { SuppressedFindings.text(report, $0) }
        if !suppressed.isEmpty { messages.append("suppressed: " + suppressed.joined(separator: ", ")) }
        return messages.map { WorkflowCommand(level: .notice, properties: [("title", "Keyhound")], message: $0) }
    }

    private static func level(of severity: Severity) -> WorkflowCommand.Level {
        switch severity {
        case .critical, .high: .error
        case .medium: .warning
        case .low: .notice
        }
    }

    /// As it is where that is harmless, so that GitHub finds the file.
    private static func file(_ path: RawPath) -> String {
        DisplayText.name(RelativePath.bytes(of: path))
    }
}
