import Findings
import Rules

/// How many findings a report tells, and how bad they are.
struct FindingCounts {
    private let report: RunReport

    /// Findings by severity; none of 0.
    let bySeverity: [Severity: Int]

    /// How many different secrets they hold.
    let secrets: Int

    init(_ report: RunReport) {
        self.report = report
        bySeverity = report.findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
        secrets = report.groups.max() ?? 0
    }

    /// `No findings`, or `2 secrets in 3 places: 1 critical, 2 low`.
    var text: String {
        guard !report.findings.isEmpty else { return "No findings" }
        let parts = Severity.allCases.reversed().compactMap { severity in
            bySeverity[severity].map { "\(Quantity.count($0)) \(severity.rawValue)" }
        }
        let places = Quantity.count(report.placeCount, "place")
        return "\(Quantity.count(secrets, "secret")) in \(places): \(parts.joined(separator: ", "))"
    }

    /// The verdict of the run in one line, for formats that have no more room.
    var verdict: String {
        switch report.run.state {
        case .complete where report.findings.isEmpty: "Complete and clean: no secret found."
        case .complete: "\(text). Everything in scope was examined."
        case .interrupted: "INTERRUPTED: \(text) so far. The rest was not examined; scan again."
        case .incomplete: "INCOMPLETE because of \(incompleteReasons). In what was examined: \(text)."
        }
    }

    /// `error (1), vanished (2)`.
    var incompleteReasons: String {
        report.run.incompleteReasons.map { reason in
            "\(reason.rawValue) (\(Quantity.count(report.coverage.skipped[reason]?.count ?? 0)))"
        }.joined(separator: ", ")
    }
}
