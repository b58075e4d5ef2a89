import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct CSVReportTests {
    private static func rows(_ report: RunReport) throws -> [[String: String]] {
        let table = try ParsedCSV(MemorySink.holding(report, as: .csv).text)
        let header = try #require(table.rows.first)
        return table.rows.dropFirst().map { row in
            #expect(row.count == header.count)
            return Dictionary(uniqueKeysWithValues: zip(header, row))
        }
    }

    @Test func theHeaderIsAContract() throws {
        let text = try MemorySink.holding(Sample.report(), as: .csv).text
        #expect(
            text == "path,line,column,end_line,end_column,rule,title,severity,confidence,verdict,redacted,length,group,"
                + "occurrence_count,place,fingerprint,introduced_commit,last_commit,in_head,pushed,suppression,"
                + "reason\r\n"
        )
        let shown = try MemorySink.holding(Sample.report(showsSecrets: true), as: .csv).text
        #expect(shown.hasSuffix(",reason,value\r\n"))
    }

    @Test func everyPlaceIsARow() throws {
        let findings = (1...250).map { Sample.finding("f", line: $0) }
        let sample = Sample.report(findings, suppressed: Suppressed.findings, tellsEveryLocation: false)
        let rows = try Self.rows(sample)
        #expect(rows.count == 255)
        #expect(Set(rows.prefix(250).map { $0["line"] }).count == 250)
        #expect(rows.prefix(250).allSatisfy { $0["group"] == "1" && $0["occurrence_count"] == "250" })
        #expect(rows.suffix(5).map { $0["suppression"] } == ["baseline", "baseline", "baseline", "baseline", "inline"])
        #expect(rows[250]["reason"] == "checked by hand" && rows[254]["reason"] == "")
    }

    @Test func aRowSaysWhatIsKnown() throws {
        let report = Sample.fullReport()
        let rows = try Self.rows(report)
        let old = try #require(rows.first { $0["path"] == "old.py" })
        #expect(old["introduced_commit"] == String(repeating: "1a", count: 20))
        #expect(old["in_head"] == "false" && old["pushed"] == "true" && old["end_column"] == "48")
        #expect(old["fingerprint"]?.hasPrefix("hmac-sha256:") == true && old["redacted"] == "…pQ")
        #expect(rows.first { $0["path"] == "'-" }?["length"] == "<8")
        #expect(old["place"] == report.place(of: Sample.finding("old.py")).hexadecimal)
    }

    @Test func anIncompleteRunSaysSoAtTheTop() throws {
        let rows = try Self.rows(Sample.fullReport())
        #expect(rows.prefix(3).map { $0["rule"] } == ["incomplete:error", "incomplete:vanished", "test-secret-key"])
        #expect(rows[0]["title"] == "INCOMPLETE" && rows[1]["occurrence_count"] == "2")
        let stopped = try Self.rows(Sample.report(run: Sample.run(.interrupted)))
        #expect(stopped.map { $0["rule"] } == ["incomplete:interrupted"])
    }

    @Test func noFieldIsAFormula() throws {
        for row in try Self.rows(HostileReport.report) {
            for field in row.values {
                let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
                #expect(first.map { !"=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? true)
            }
        }
        for text in ["=1", " =1", "\t=1", "\u{3000}＝1", "+1", "-1", "@a", "＠a", "\r=1", "'-1"] {
            #expect(CSVWriter.harmless(text).hasPrefix("'"))
        }
        #expect(CSVWriter.harmless("1=1") == "1=1" && CSVWriter.harmless("") == "")
    }

    @Test func differentNamesStayDifferent() throws {
        let paths = try Self.rows(HostileReport.report).compactMap { $0["path"] }.filter { $0 != "texts" && $0 != "" }
        #expect(Set(paths.map { Array($0.utf8) }).count == HostileReport.names.count)
        #expect(CSVWriter.harmless("-a") != CSVWriter.harmless("'-a"))
    }
}
