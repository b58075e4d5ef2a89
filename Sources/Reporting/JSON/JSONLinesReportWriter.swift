import Findings

/// Writes a report as JSON objects, one a line: a `header`, the `finding`s, the `suppressed` ones, a `mail` for each
/// secret that went by mail, a `skipped` for each reason, and a `summary`. A reader that meets no `summary` has not
/// read the whole report.
struct JSONLinesReportWriter {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var json = JSONWriter()
        var objects = JSONReportObjects(report)
        json.object { json in
            json.string("type", "header")
            json.string("schema_version", JSONReportObjects.schemaVersion)
            json.object("tool") { objects.writeToolMembers(to: &$0) }
        }
        json.endDocument()
        for index in report.findings.indices {
            json.object { json in
                json.string("type", "finding")
                objects.writeFindingMembers(at: index, to: &json)
            }
            json.endDocument()
            try json.buffer.flushIfFull(to: &sink)
        }
        for finding in report.suppressed {
            json.object { json in
                json.string("type", "suppressed")
                objects.writeSuppressedMembers(of: finding, to: &json)
            }
            json.endDocument()
            try json.buffer.flushIfFull(to: &sink)
        }
        for exposure in report.mail?.secrets ?? [] {
            json.object { json in
                json.string("type", "mail")
                objects.writeMailMembers(exposure, to: &json)
            }
            json.endDocument()
            try json.buffer.flushIfFull(to: &sink)
        }
        for reason in objects.skipReasons {
            json.object { json in
                json.string("type", "skipped")
                objects.writeSkipMembers(reason, to: &json)
            }
            json.endDocument()
        }
        json.beginObject()
        json.string("type", "summary")
        json.object("run") { objects.writeRunMembers(to: &$0) }
        json.object("coverage") { objects.writeUnitMembers(to: &$0) }
        json.object("dropped") { objects.writeDropMembers(to: &$0) }
        if let baseline = report.baseline { try objects.writeBaseline(baseline, to: &json, flushingTo: &sink) }
        if let mail = report.mail {
            json.object("mail_coverage") { objects.writeMailCoverageMembers(mail, to: &$0) }
            json.number("mail", mail.secrets.count)
        }
        json.number("findings", report.findings.count)
        json.number("places", report.placeCount)
        json.number("suppressed", report.suppressed.count)
        json.endObject()
        json.endDocument()
        try json.buffer.flush(to: &sink)
    }
}
