import Findings

/// Writes a report as a page for a browser: one file, which loads nothing, and which can be read without its script.
///
/// The page's policy allows nothing but its own style and script, each by its hash, so that content that should ever
/// become markup still cannot run. It is written so that an XML parser reads it too: the tests are sure of its form.
struct HTMLReportWriter {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    /// Content Security Policy Level 3.
    private static let policy =
        "default-src 'none'; style-src '\(HTMLStyle.hash)'; script-src '\(HTMLScript.hash)'; "
        + "base-uri 'none'; form-action 'none'"

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var html = MarkupWriter()
        html.raw("<!DOCTYPE html>\n")
        html.begin("html", ["lang": "en"])
        html.newLine()
        writeHead(to: &html)
        html.begin("body")
        html.newLine()
        HTMLSummary(report).write(to: &html)
        html.begin("main")
        try writeFindings(to: &html, flushingTo: &sink)
        try HTMLMail(report).write(to: &html, flushingTo: &sink)
        HTMLCoverage(report).write(to: &html)
        try writeSuppressed(to: &html, flushingTo: &sink)
        HTMLBaseline(report).write(to: &html)
        HTMLRun(report).write(to: &html)
        html.end("main")
        html.newLine()
        html.element("script") { $0.raw(HTMLScript.text) }
        html.newLine()
        html.end("body")
        html.newLine()
        html.end("html")
        html.newLine()
        try html.buffer.flush(to: &sink)
    }

    private func writeHead(to html: inout MarkupWriter) {
        html.element("head") { html in
            html.empty("meta", ["charset": "utf-8"])
            html.newLine()
            html.empty("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
            html.newLine()
            html.empty("meta", ["name": "referrer", "content": "no-referrer"])
            html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.empty("meta", ["name": "color-scheme", "content": "light dark"])
            html.newLine()
            html.element("title", text: "Keyhound report: \(FindingCounts(report).text)")
            html.newLine()
            html.element("style") { $0.raw(HTMLStyle.text) }
        }
        html.newLine()
    }

    private func writeFindings(
        to html: inout MarkupWriter, flushingTo sink: inout some ReportSink & ~Copyable
    ) throws(DeliveryError) {
        guard !report.findings.isEmpty else { return }
        var rows = HTMLFinding(report)
        html.begin("section")
        html.element("h2", text: "Findings")
        HTMLFilters(report).write(to: &html)
        html.begin("table", ["id": "findings"])
        HTMLFinding.writeHead(to: &html)
        for index in report.findings.indices {
            rows.write(at: index, to: &html)
            try html.buffer.flushIfFull(to: &sink)
        }
        html.end("table")
        html.end("section")
        html.newLine()
    }

    private func writeSuppressed(
        to html: inout MarkupWriter, flushingTo sink: inout some ReportSink & ~Copyable
    ) throws(DeliveryError) {
        guard !report.suppressed.isEmpty else { return }
        var rows = HTMLSuppressed(report)
        rows.begin(to: &html)
        for finding in report.suppressed {
            rows.write(finding, to: &html)
            try html.buffer.flushIfFull(to: &sink)
        }
        rows.end(to: &html)
    }
}
