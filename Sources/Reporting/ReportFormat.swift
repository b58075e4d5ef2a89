import Findings

/// The forms in which a report is written.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// For people.
    case text
    /// One JSON document, described by `Schemas/keyhound-report-1.schema.json`.
    case json
    /// The same objects, one a line, each with a `type`.
    case jsonl
    /// SARIF 2.1.0, for code hosts.
    case sarif

    /// Writes all of `report` as one document.
    ///
    /// The same report gives the same bytes, but for what `RunDescription` says. The sink gets pieces of about 64 KiB:
    /// no more of the report is ever held.
    ///
    /// - Parameter colour: for `text`, whether to use terminal colours: only on a terminal, and without `NO_COLOR`.
    public func write(
        _ report: RunReport, to sink: inout some ReportSink & ~Copyable, colour: Bool = false
    ) throws(DeliveryError) {
        try ReportPart.whole(self, colour: colour).write(report, to: &sink)
    }
}
