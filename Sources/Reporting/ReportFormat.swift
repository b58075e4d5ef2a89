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
    /// GitLab's secret detection report, schema 15.0.6.
    case gitlab
    /// JUnit XML, for CI servers.
    case junit
    /// A table, one row for each place (RFC 4180).
    case csv
    /// A page for a browser, in one file that loads nothing.
    case html
    /// Annotations of a GitHub Actions job, for its log.
    case github
    /// A table of the stored mail messages that hold secrets, one row for each of a secret: what is to be removed.
    case purge
    /// What to do about each secret that went by mail, in Markdown.
    case actions

    /// Whether secrets may stand in it when the user asks for them. What servers keep, and show to everyone who may
    /// read the project, and what is handed on to those who clean up, never holds any.
    public var canShowSecrets: Bool {
        switch self {
        case .text, .json, .jsonl, .sarif, .csv, .html: true
        case .gitlab, .junit, .github, .purge, .actions: false
        }
    }

    /// Writes all of `report` as one document.
    ///
    /// The same report gives the same bytes, but for what `RunDescription` says. The sink gets pieces of about 64 KiB:
    /// no more of the report is ever held. A report may be written any number of times, in any formats.
    ///
    /// - Parameter colour: for `text`, whether to use terminal colours: only on a terminal, and without `NO_COLOR`.
    public func write(
        _ report: RunReport, to sink: inout some ReportSink & ~Copyable, colour: Bool = false
    ) throws(DeliveryError) {
        try ReportPart.whole(self, colour: colour).write(report, to: &sink)
    }
}
