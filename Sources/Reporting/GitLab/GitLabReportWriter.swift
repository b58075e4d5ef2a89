import Findings

/// Writes a report as GitLab's secret detection report, schema 15.0.6, one vulnerability a line.
///
/// The format is that of `secret-detection-report-format.json` in GitLab's `security-report-schemas`. Findings that do
/// not count are left out: the only flag that the schema knows says that a finding is likely no secret at all, and
/// GitLab would block a merge request because of it all the same. Secrets are never shown, whatever the user asks for:
/// whoever may read the project reads this report.
struct GitLabReportWriter {
    static let schemaVersion = "15.0.6"

    private static let schema =
        "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v\(schemaVersion)"
        + "/dist/secret-detection-report-format.json"

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var json = JSONWriter()
        var vulnerability = GitLabVulnerability(report)
        json.beginObject()
        json.newLine()
        json.string("version", Self.schemaVersion)
        json.newLine()
        json.string("schema", Self.schema)
        json.newLine()
        json.object("scan") { writeScan(to: &$0) }
        json.newLine()
        json.beginArray("vulnerabilities")
        for index in report.findings.indices {
            json.newLine()
            json.object { vulnerability.write(at: index, to: &$0) }
            try json.buffer.flushIfFull(to: &sink)
        }
        json.endArray()
        json.endObject()
        json.endDocument()
        try json.buffer.flush(to: &sink)
    }

    private func writeScan(to json: inout JSONWriter) {
        for key in ["analyzer", "scanner"] {
            json.object(key) { json in
                json.string("id", report.tool.name)
                json.string("name", report.tool.name)
                json.string("version", report.tool.version)
                json.object("vendor") { $0.string("name", report.tool.name) }
            }
        }
        json.string("type", "secret_detection")
        json.string("start_time", Timestamp.textWithoutZone(report.run.startedAt))
        json.string("end_time", Timestamp.textWithoutZone(Timestamp.end(of: report.run)))
        json.string("status", report.run.state == .complete ? "success" : "failure")
        json.array("messages") { writeMessages(to: &$0) }
    }

    /// What the reader must know to trust the report, the worst first.
    private func writeMessages(to json: inout JSONWriter) {
        func add(_ level: String, _ text: String) {
            json.newLine()
            json.object { json in
                json.string("level", level)
                json.string("value", text)
            }
        }
        var skips = SkipText(report)
        if report.run.state == .interrupted { add("fatal", FindingCounts(report).verdict) }
        let blocking = report.run.incompleteReasons
        for reason in blocking { add("warn", "INCOMPLETE: " + skips.line(reason)) }
        for reason in report.coverage.skipped.keys.sorted() where !blocking.contains(reason) {
            add("info", skips.line(reason))
        }
        for kind in Suppression.Kind.allCases.sorted() {
            if let text = SuppressedFindings.text(report, kind) {
                add("info", "suppressed, and not told here: " + text)
            }
        }
    }
}
