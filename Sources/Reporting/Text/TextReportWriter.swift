import Findings

/// Writes a report for people: the findings, where secrets went by mail, what was and what was not examined, and the
/// verdict.
struct TextReportWriter {
    private let report: RunReport
    private let palette: Palette

    init(_ report: RunReport, colour: Bool) {
        self.report = report
        palette = Palette(colour: colour)
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var lines = TextLines()
        var finding = TextFinding(report, palette)
        for index in report.findings.indices {
            finding.write(at: index, to: &lines)
            try lines.buffer.flushIfFull(to: &sink)
        }
        MailSummary(report, palette).write(to: &lines)
        TextSummary(report, palette).write(to: &lines)
        try lines.buffer.flush(to: &sink)
    }
}
