import Blobs
import Findings
import Rules

/// The end of a report for people: what was examined, what was not and why, and the verdict.
struct TextSummary {
    /// How many examples of each kind are named.
    private static let exampleLimit = 3

    private let report: RunReport
    private let palette: Palette

    init(_ report: RunReport, _ palette: Palette) {
        self.report = report
        self.palette = palette
    }

    func write(to lines: inout TextLines) {
        var filter = ContentFilter(report.masker)
        writeCoverage(&filter, to: &lines)
        writeDropped(&filter, to: &lines)
        writeVerdict(to: &lines)
    }

    private func writeCoverage(_ filter: inout ContentFilter, to lines: inout TextLines) {
        let coverage = report.coverage
        let units = Quantity.count(coverage.unitsExamined)
        let seen = Quantity.count(coverage.unitsSeen, "entry", plural: "entries")
        lines.line("Examined \(units) of \(seen), \(Quantity.bytes(coverage.bytesExamined)).")
        guard !coverage.skipped.isEmpty else { return }
        lines.line("Not examined:")
        for reason in coverage.skipped.keys.sorted() {
            guard let tally = coverage.skipped[reason] else { continue }
            let size = tally.bytes > 0 ? ", \(Quantity.bytes(tally.bytes))" : ""
            let isBlocking = report.run.incompleteReasons.contains(reason)
            let accepted = reason.isIncomplete && !isBlocking ? " (accepted)" : ""
            let name = isBlocking ? palette.bad(reason.rawValue) : reason.rawValue
            lines.line("  \(name): \(Quantity.count(tally.count))\(size): \(reason.explanation)\(accepted)")
            for example in tally.examples.prefix(Self.exampleLimit) {
                let path = DisplayText.name(filter.path(example.provenance.path).bytes)
                let note = example.note.isEmpty ? "" : " (\(DisplayText.prose(filter.text(example.note))))"
                lines.line("    \(path)\(note)")
            }
            writeRest(tally.count, to: &lines)
        }
    }

    private func writeDropped(_ filter: inout ContentFilter, to lines: inout TextLines) {
        let dropped = report.dropped
        for kind in dropped.recognised.keys.sorted() {
            let count = dropped.recognised[kind] ?? 0
            lines.line("Recognised, not leaks: \(Self.name(of: kind, count: count)):")
            for example in (dropped.examples[kind] ?? []).prefix(Self.exampleLimit) {
                let path = DisplayText.name(filter.path(example.path).bytes)
                lines.line("    \(path):\(example.line):\(example.column) (\(DisplayText.prose(example.rule)))")
            }
            writeRest(count, to: &lines)
        }
        if dropped.impossible > 0 {
            lines.line("Dropped \(Quantity.count(dropped.impossible)) that cannot be credentials: a check fails.")
        }
        if dropped.belowConfidence > 0 {
            lines.line("Dropped \(Quantity.count(dropped.belowConfidence)) below the confidence asked for.")
        }
    }

    private func writeRest(_ count: Int, to lines: inout TextLines) {
        if count > Self.exampleLimit { lines.line("    and \(Quantity.count(count - Self.exampleLimit)) more") }
    }

    private func writeVerdict(to lines: inout TextLines) {
        let findings = findingsText
        switch report.run.state {
        case .complete where report.findings.isEmpty: lines.line(palette.good("Complete and clean: no secret found."))
        case .complete: lines.line(palette.bad("\(findings).") + " Everything in scope was examined.")
        case .interrupted:
            lines.line(palette.bad("INTERRUPTED") + ": \(findings) so far. The rest was not examined; scan again.")
        case .incomplete:
            let reasons = report.run.incompleteReasons
            let because = reasons.map { "\($0.rawValue) (\(Quantity.count(count(of: $0))))" }.joined(separator: ", ")
            lines.line(palette.bad("INCOMPLETE") + " because of \(because).")
            lines.line("In what was examined: \(findings).")
            writeAdvice(reasons, to: &lines)
        }
    }

    private func writeAdvice(_ reasons: [SkipReason], to lines: inout TextLines) {
        let acceptable = reasons.filter(\.isAcceptable).map(\.rawValue).joined(separator: ",")
        let others = reasons.filter { !$0.isAcceptable }.map(\.rawValue).joined(separator: ", ")
        if !acceptable.isEmpty {
            lines.line("Remove the causes and scan again, or accept them: --accept-incomplete=\(acceptable)")
        }
        if !others.isEmpty { lines.line("Never acceptable: \(others). Remove the cause and scan again.") }
    }

    private func count(of reason: SkipReason) -> Int { report.coverage.skipped[reason]?.count ?? 0 }

    /// `No findings`, or `3 findings (1 critical, 2 low) of 2 secrets`.
    private var findingsText: String {
        let count = report.findings.count
        guard count > 0 else { return "No findings" }
        var counts: [Severity: Int] = [:]
        for finding in report.findings { counts[finding.severity, default: 0] += 1 }
        let parts = Severity.allCases.reversed().compactMap { severity in
            counts[severity].map { "\(Quantity.count($0)) \(severity.rawValue)" }
        }
        let secrets = Quantity.count(report.groups.max() ?? 0, "secret")
        return "\(secrets) in \(Quantity.count(report.placeCount, "place")): \(parts.joined(separator: ", "))"
    }

    private static func name(of kind: Disposition, count: Int) -> String {
        switch kind {
        case .documentationExample: Quantity.count(count, "documentation example")
        case .canary: Quantity.count(count, "canary", plural: "canaries")
        case .publicHalf: Quantity.count(count, "public key")
        case .report: Quantity.count(count, "report")
        }
    }
}
