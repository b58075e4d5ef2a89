import Findings

/// Writes a report as one JSON document, one finding a line.
struct JSONReportWriter {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var json = JSONWriter()
        var objects = JSONReportObjects(report)
        json.beginObject()
        json.newLine()
        json.string("schema_version", JSONReportObjects.schemaVersion)
        json.newLine()
        json.object("tool") { objects.writeToolMembers(to: &$0) }
        json.newLine()
        json.object("run") { objects.writeRunMembers(to: &$0) }
        json.newLine()
        json.object("coverage") { json in
            objects.writeUnitMembers(to: &json)
            json.array("skipped") { json in
                for reason in objects.skipReasons { json.object { objects.writeSkipMembers(reason, to: &$0) } }
            }
        }
        json.newLine()
        json.object("dropped") { objects.writeDropMembers(to: &$0) }
        if let baseline = report.baseline {
            json.newLine()
            try objects.writeBaseline(baseline, to: &json, flushingTo: &sink)
        }
        json.newLine()
        json.beginArray("findings")
        for index in report.findings.indices {
            json.newLine()
            json.object { objects.writeFindingMembers(at: index, to: &$0) }
            try json.buffer.flushIfFull(to: &sink)
        }
        json.endArray()
        json.newLine()
        json.beginArray("suppressed")
        for finding in report.suppressed {
            json.newLine()
            json.object { objects.writeSuppressedMembers(of: finding, to: &$0) }
            try json.buffer.flushIfFull(to: &sink)
        }
        json.endArray()
        if let mail = report.mail {
            json.newLine()
            json.object("mail_coverage") { objects.writeMailCoverageMembers(mail, to: &$0) }
            json.newLine()
            json.beginArray("mail")
            for exposure in mail.secrets {
                json.newLine()
                json.object { objects.writeMailMembers(exposure, to: &$0) }
                try json.buffer.flushIfFull(to: &sink)
            }
            json.endArray()
        }
        json.endObject()
        json.endDocument()
        try json.buffer.flush(to: &sink)
    }
}
