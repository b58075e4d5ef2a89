import Blobs
import Findings

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
        TextSuppressions(report).write(&filter, to: &lines)
        writeVerdict(to: &lines)
    }

    private func writeCoverage(_ filter: inout ContentFilter, to lines: inout TextLines) {
        let coverage = report.coverage
        let units = Quantity.count(coverage.unitsExamined)
        let seen = Quantity.count(coverage.unitsSeen, "entry", plural: "entries")
        let remembered =
            coverage.unitsRemembered > 0
            ? "; an earlier run had examined \(Quantity.count(coverage.unitsRemembered)) of them (--cache)" : ""
        lines.line("Examined \(units) of \(seen), \(Quantity.bytes(coverage.bytesExamined))\(remembered).")
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
            lines.line("Recognised, not leaks: \(kind.text(count: count)):")
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
        let findings = FindingCounts(report).text
        switch report.run.state {
        case .complete where report.findings.isEmpty: lines.line(palette.good("Complete and clean: no secret found."))
        case .complete: lines.line(palette.bad("\(findings).") + " Everything in scope was examined.")
        case .interrupted:
            lines.line(palette.bad("INTERRUPTED") + ": \(findings) so far. The rest was not examined; scan again.")
        case .incomplete:
            lines.line(palette.bad("INCOMPLETE") + " because of \(FindingCounts(report).incompleteReasons).")
            lines.line("In what was examined: \(findings).")
            writeAdvice(report.run.incompleteReasons, to: &lines)
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
}
