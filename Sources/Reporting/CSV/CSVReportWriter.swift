import Findings

/// Writes a report as a table, one row for each place of each secret, those that do not count included (RFC 4180).
///
/// A run that is not complete says so in rows of its own, at the top: their `rule` begins with `incomplete:`.
struct CSVReportWriter {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var csv = CSVWriter()
        var row = CSVRow(report)
        csv.row(CSVColumn.allCases.filter { $0 != .value || report.showsSecrets }.map { .name($0.rawValue) })
        for reason in report.unfinishedReasons { csv.row(row.fields(of: reason)) }
        for index in report.findings.indices {
            for finding in [report.findings[index]] + report.elsewhere[index] {
                csv.row(row.fields(of: finding, at: index))
                try csv.buffer.flushIfFull(to: &sink)
            }
        }
        for finding in report.suppressed {
            csv.row(row.fields(of: finding, at: nil))
            try csv.buffer.flushIfFull(to: &sink)
        }
        try csv.buffer.flush(to: &sink)
    }
}
