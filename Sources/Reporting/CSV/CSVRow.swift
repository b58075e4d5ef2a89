import Blobs
import Findings

/// The fields of one row, by column.
struct CSVRow {
    private let report: RunReport
    private let groups: SecretGroups
    private let columns: [CSVColumn]
    private var facts: FindingFacts
    private var skips: SkipText

    init(_ report: RunReport) {
        self.report = report
        groups = SecretGroups(report)
        columns = CSVColumn.allCases.filter { $0 != .value || report.showsSecrets }
        facts = FindingFacts(report, showsSecrets: report.showsSecrets)
        skips = SkipText(report)
    }

    /// - Parameter index: which of the report's findings tells this secret; `nil` for one that does not count.
    mutating func fields(of finding: Finding, at index: Int?) -> [CSVWriter.Field] {
        columns.map { field($0, of: finding, at: index) }
    }

    /// Says that the run is not complete, and why.
    mutating func fields(of reason: SkipReason) -> [CSVWriter.Field] {
        columns.map { column in
            switch column {
            case .rule: .text("incomplete:" + reason.rawValue)
            case .title: .text("INCOMPLETE")
            case .occurrenceCount: .number(report.coverage.skipped[reason]?.count ?? 0)
            case .reason: .text(skips.line(reason))
            default: .empty
            }
        }
    }

    private mutating func field(_ column: CSVColumn, of finding: Finding, at index: Int?) -> CSVWriter.Field {
        let (start, end) = (finding.location.start, finding.location.end)
        switch column {
        case .path: return .text(facts.path(finding.provenance.path))
        case .line: return .number(start.line)
        case .column: return .number(start.column)
        case .endLine: return .number(end.line)
        case .endColumn: return .number(end.column)
        case .rule: return .text(finding.rule.id)
        case .title: return .text(finding.rule.title)
        case .severity: return .name(finding.severity.rawValue)
        case .confidence: return .name(finding.confidence.rawValue)
        case .verdict: return .name(finding.verdict.rawValue)
        case .redacted: return .text(finding.redacted.text)
        case .length: return finding.redacted.length.map { .number($0) } ?? .name(finding.redacted.lengthClass)
        case .group: return index.map { .number(report.groups[$0]) } ?? .empty
        case .occurrenceCount: return index.map { .number(groups.count(at: $0)) } ?? .empty
        case .place: return .name(report.place(of: finding).hexadecimal)
        case .fingerprint:
            let key = report.fingerprintKey
            return key.map { .name($0.fingerprint(of: finding.secret, ruleID: finding.rule.id)) } ?? .empty
        case .introducedCommit: return finding.history?.introduced.map { .name($0.id) } ?? .empty
        case .lastCommit: return finding.history?.last.map { .name($0.id) } ?? .empty
        case .inHead: return finding.history?.isInHead.map { .boolean($0) } ?? .empty
        case .pushed: return finding.history?.isPushed.map { .boolean($0) } ?? .empty
        case .suppression: return finding.suppression.map { .name($0.kind.rawValue) } ?? .empty
        case .reason: return .text(facts.prose(finding.suppression.map { $0.reason ?? "" } ?? finding.reason))
        case .value: return .text(DisplayText.name(finding.secret.reveal()))
        }
    }
}
