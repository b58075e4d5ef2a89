import Findings

/// Writes the stored messages that hold secrets as a table, one row for each message and secret (RFC 4180): what an
/// administrator removes from mailboxes. Without mail there is the header only.
///
/// A message is named by what finds it again: the mailbox file, its identifier, its date, and where it begins in the
/// file, in bytes. The column `secret_group` is the number of the secret in the other reports.
struct PurgeListWriter {
    private static let columns = [
        "container", "message_id", "date", "from", "subject", "part", "secret_group", "rule", "offset",
    ]

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var csv = CSVWriter()
        var facts = ExposureFacts(report, showsSecrets: false)
        csv.row(Self.columns.map { .name($0) })
        for exposure in report.mail?.secrets ?? [] {
            let group = facts.groups[exposure.secret]
            for copy in exposure.copies {
                let parts = copy.parts.map { facts.path($0) }.joined(separator: "; ")
                csv.row([
                    .text(facts.path(copy.container)), .text(facts.identifier(copy.messageID)),
                    MailText.date(copy.date).map { .name($0) } ?? .empty, .text(facts.address(copy.from)),
                    .text(facts.prose(copy.subject)), .text(parts), group.map { .number($0) } ?? .empty,
                    .text(exposure.finding.rule.id), .number(copy.offset),
                ])
                try csv.buffer.flushIfFull(to: &sink)
            }
        }
        try csv.buffer.flush(to: &sink)
    }
}
