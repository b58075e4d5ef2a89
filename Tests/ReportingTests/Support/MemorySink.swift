import Findings
import Reporting

/// Keeps a report in memory, and how it came.
struct MemorySink: ReportSink {
    private(set) var bytes: [UInt8] = []
    private(set) var largestPiece = 0

    mutating func write(_ piece: [UInt8]) {
        bytes += piece
        largestPiece = max(largestPiece, piece.count)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// `report` as `format`, whole.
    static func holding(
        _ report: RunReport, as format: ReportFormat, colour: Bool = false
    ) throws(DeliveryError) -> MemorySink {
        var sink = MemorySink()
        try format.write(report, to: &sink, colour: colour)
        return sink
    }
}
