import Blobs
import Findings

/// Writes one volume of a report as SARIF 2.1.0 (OASIS, with errata 01), one result a line.
struct SARIFReportWriter {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private var json = JSONWriter()
    private var result: SARIFResult
    private let report: RunReport
    private let results: SARIFResults
    private let volume: SARIFVolume

    init(_ report: RunReport, _ volume: SARIFVolume) {
        self.report = report
        self.volume = volume
        results = SARIFResults(report)
        result = SARIFResult(report, results)
    }

    /// How every volume begins. `SARIFVolumeName` knows by it which files it may replace.
    static let opening = "{\n\"$schema\":\"\(schema)\",\n\"version\":\"2.1.0\",\n\"properties\":{\"keyhoundVolume\":"

    consuming func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        json.beginObject()
        json.newLine()
        json.string("$schema", Self.schema)
        json.newLine()
        json.string("version", "2.1.0")
        json.newLine()
        json.object("properties") { $0.number("keyhoundVolume", volume.number) }
        json.newLine()
        json.beginArray("runs")
        for (index, run) in volume.runs.enumerated() {
            json.newLine()
            try writeRun(number: volume.firstRun + index, run, to: &sink)
        }
        json.endArray()
        json.endObject()
        json.endDocument()
        try json.buffer.flush(to: &sink)
    }

    private mutating func writeRun(
        number: Int, _ indexes: Range<Int>, to sink: inout some ReportSink & ~Copyable
    ) throws(DeliveryError) {
        let rules = SARIFRules(of: indexes.lazy.map { [results] in results[$0] })
        json.beginObject()
        json.object("tool") { json in
            json.object("driver") { json in
                json.string("name", report.tool.name)
                json.string("version", report.tool.version)
                json.array("rules") { rules.write(to: &$0) }
                json.newLine()
                json.object("properties") { json in
                    json.string("rulesSHA256", report.tool.rulesSHA256)
                    json.string("pcre2Version", report.tool.pcre2Version)
                    json.boolean("jit", report.tool.usesJIT)
                }
            }
        }
        json.newLine()
        // Code hosts keep results by this id: the part before the last slash must differ from run to run.
        json.object("automationDetails") { $0.string("id", "keyhound/\(number)/") }
        json.string("columnKind", "utf16CodeUnits")
        json.object("originalUriBaseIds") { json in
            json.object(SARIFResult.uriBaseID) { json in
                json.object("description") { $0.string("text", "The folder in which the scan ran.") }
            }
        }
        json.newLine()
        json.array("invocations") { json in
            json.object { SARIFInvocation(report).write(resultCount: indexes.count, to: &$0) }
        }
        json.newLine()
        json.beginArray("results")
        for index in indexes {
            json.newLine()
            result.write(at: index, ruleIndex: rules.index(of: results[index].rule), to: &json)
            try json.buffer.flushIfFull(to: &sink)
        }
        json.endArray()
        json.endObject()
    }
}
