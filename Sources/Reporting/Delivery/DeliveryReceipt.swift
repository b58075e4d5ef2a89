import Blobs
import Findings

/// What became of a report that was delivered.
public struct DeliveryReceipt: Hashable, Sendable {
    /// The files that hold it, the named one first; empty when it went to a stream or a device.
    public let files: [RawPath]

    /// Lines for standard error: what the user must know to use the report.
    public let warnings: [String]

    init(_ report: RunReport, _ format: ReportFormat, files: [RawPath]) {
        self.files = files
        guard format == .sarif else {
            warnings = []
            return
        }
        var warnings: [String] = []
        let count = SARIFResults(report).count
        if files.count > 1 {
            let names = files.map { DisplayText.name($0.bytes) }.joined(separator: ", ")
            warnings.append("the SARIF report fills \(files.count) files, upload each: \(names)")
        } else if files.isEmpty, SARIFVolume.volumes(of: report).count > 1 {
            warnings.append("the SARIF report is larger than GitHub takes in one file; use -o FILE to have it split")
        }
        if count > SARIFVolume.shownLimit {
            warnings.append("GitHub shows \(SARIFVolume.shownLimit) results of a SARIF run; the report has \(count)")
        }
        self.warnings = warnings
    }
}
