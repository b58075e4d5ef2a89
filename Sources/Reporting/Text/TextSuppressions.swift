import Blobs
import Findings

/// What a report for people says of findings that do not count, and of the baseline.
struct TextSuppressions {
    /// How many examples of each kind are named.
    private static let exampleLimit = 3

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(_ filter: inout ContentFilter, to lines: inout TextLines) {
        for kind in Suppression.Kind.allCases.sorted() {
            guard let text = SuppressedFindings.text(report, kind) else { continue }
            lines.line("Suppressed: \(text):")
            let findings = SuppressedFindings(report, kind)
            for finding in findings.first.prefix(Self.exampleLimit) {
                let path = DisplayText.name(filter.path(finding.provenance.path).bytes)
                let start = finding.location.start
                let reason = finding.suppression?.reason.map { ": " + DisplayText.prose(filter.text($0)) } ?? ""
                let rule = DisplayText.prose(finding.rule.id)
                lines.line("    \(path):\(start.line):\(start.column) (\(rule))\(reason)")
            }
            writeRest(findings.count, to: &lines)
        }
        if let baseline = report.baseline { write(baseline, &filter, to: &lines) }
        if report.deniedCount > 0 {
            let have = Quantity.count(report.deniedCount, "finding has", plural: "findings have")
            lines.line("\(have) an allow comment, which does not count here (--no-inline-allow).")
        }
    }

    private func write(_ baseline: BaselineReview, _ filter: inout ContentFilter, to lines: inout TextLines) {
        // Of a run that did not look everywhere, an entry without a finding says nothing.
        let unused = report.run.state == .complete ? baseline.unused : []
        var parts: [String] = []
        if !unused.isEmpty {
            parts.append(Quantity.count(unused.count, "entry", plural: "entries") + " that nothing was found for")
        }
        if !baseline.expired.isEmpty {
            let noun =
                parts.isEmpty ? (baseline.expired.count == 1 ? " expired entry" : " expired entries") : " expired"
            parts.append(Quantity.count(baseline.expired.count) + noun)
        }
        guard !parts.isEmpty else { return }
        lines.line("The baseline has \(parts.joined(separator: ", and ")):")
        let file = DisplayText.name(filter.path(baseline.path).bytes)
        for (entries, isExpired) in [(unused, false), (baseline.expired, true)] {
            for entry in entries.prefix(Self.exampleLimit) {
                let path = DisplayText.name(filter.path(entry.path).bytes)
                let expires = entry.expires.map { " (expired \(DisplayText.prose(filter.text($0))))" } ?? ""
                let rule = DisplayText.prose(filter.text(entry.rule))
                lines.line("    \(file):\(entry.line): \(rule), \(path)\(isExpired ? expires : "")")
            }
            writeRest(entries.count, to: &lines)
        }
    }

    private func writeRest(_ count: Int, to lines: inout TextLines) {
        if count > Self.exampleLimit { lines.line("    and \(Quantity.count(count - Self.exampleLimit)) more") }
    }
}
