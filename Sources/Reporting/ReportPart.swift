import Findings

/// What one file of a delivered report holds.
enum ReportPart {
    case whole(ReportFormat, colour: Bool)
    case sarif(SARIFVolume)

    /// The files that `report` needs, at least one.
    static func parts(of report: RunReport, as format: ReportFormat, colour: Bool) -> [ReportPart] {
        guard format == .sarif else { return [.whole(format, colour: colour)] }
        return SARIFVolume.volumes(of: report).map { .sarif($0) }
    }

    func write(_ report: RunReport, to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        switch self {
        case .whole(.text, let colour): try TextReportWriter(report, colour: colour).write(to: &sink)
        case .whole(.json, _): try JSONReportWriter(report).write(to: &sink)
        case .whole(.jsonl, _): try JSONLinesReportWriter(report).write(to: &sink)
        case .whole(.sarif, _): try SARIFReportWriter(report, SARIFVolume.whole(report)).write(to: &sink)
        case .whole(.gitlab, _): try GitLabReportWriter(report).write(to: &sink)
        case .whole(.junit, _): try JUnitReportWriter(report).write(to: &sink)
        case .whole(.csv, _): try CSVReportWriter(report).write(to: &sink)
        case .whole(.html, _): try HTMLReportWriter(report).write(to: &sink)
        case .whole(.github, _): try AnnotationReportWriter(report).write(to: &sink)
        case .whole(.purge, _): try PurgeListWriter(report).write(to: &sink)
        case .whole(.actions, _): try ActionListWriter(report).write(to: &sink)
        case .sarif(let volume): try SARIFReportWriter(report, volume).write(to: &sink)
        }
    }
}
