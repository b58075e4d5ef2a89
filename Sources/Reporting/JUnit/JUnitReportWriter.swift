import Findings

/// Writes a report as JUnit XML: a failed test for each finding, a skipped one for each that does not count, and an
/// error for each reason for which the run is incomplete. A clean and complete run is one test that passes.
///
/// No standard describes this format. The elements and attributes are those of the schema of Jenkins' xUnit plugin
/// (`junit-10.xsd`), which is the strictest in use. Secrets are never shown, whatever the user asks for: CI servers
/// keep and show test results.
struct JUnitReportWriter {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        let counts = JUnitCounts(report)
        let run = report.run
        let time = Self.seconds(run.elapsedSeconds)
        var xml = MarkupWriter()
        var testCase = JUnitTestCase(report)
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.begin(
            "testsuites",
            [
                "name": report.tool.name, "time": time, "tests": String(counts.tests),
                "failures": String(counts.failures), "errors": String(counts.errors),
            ])
        xml.newLine()
        xml.begin(
            "testsuite",
            [
                "name": report.tool.name, "tests": String(counts.tests), "failures": String(counts.failures),
                "errors": String(counts.errors), "time": time, "skipped": String(counts.skipped),
                "timestamp": Timestamp.textWithoutZone(run.startedAt),
            ])
        xml.newLine()
        writeProperties(to: &xml)
        for reason in report.unfinishedReasons { testCase.write(reason, to: &xml) }
        if counts.hasPassed { testCase.writePassed(to: &xml) }
        for index in report.findings.indices {
            testCase.write(at: index, to: &xml)
            try xml.buffer.flushIfFull(to: &sink)
        }
        for finding in report.suppressed {
            testCase.write(suppressed: finding, to: &xml)
            try xml.buffer.flushIfFull(to: &sink)
        }
        xml.element("system-out", text: FindingCounts(report).verdict)
        xml.newLine()
        xml.end("testsuite")
        xml.newLine()
        xml.end("testsuites")
        xml.newLine()
        try xml.buffer.flush(to: &sink)
    }

    private func writeProperties(to xml: inout MarkupWriter) {
        let coverage = report.coverage
        let properties: MarkupWriter.Attributes = [
            "version": report.tool.version, "rules_sha256": report.tool.rulesSHA256,
            "state": report.run.state.rawValue, "units_seen": String(coverage.unitsSeen),
            "units_examined": String(coverage.unitsExamined), "bytes_examined": String(coverage.bytesExamined),
        ]
        xml.element("properties") { xml in
            for (name, value) in properties { xml.empty("property", ["name": name, "value": value]) }
        }
        xml.newLine()
    }

    /// With three decimals.
    private static func seconds(_ value: Double) -> String {
        let thousandths = Int(exactly: (max(0, value) * 1000).rounded()) ?? 0
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
