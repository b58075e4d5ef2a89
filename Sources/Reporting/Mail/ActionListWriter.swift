import Findings

/// Writes what to do about each secret that went by mail, in Markdown (CommonMark 0.31), a section a secret.
///
/// What stems from content stands in code spans, where nothing is a link or a mention. Headings are underlined: two `#`
/// begin a command in some CI logs.
struct ActionListWriter {
    /// How many messages, people and references are named. The purge list has all messages.
    private static let copyLimit = 20
    private static let peopleLimit = 100

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        var lines = TextLines()
        var facts = ExposureFacts(report, showsSecrets: false)
        lines.line("# What to do about secrets in mail")
        lines.line()
        if report.run.state != .complete {
            lines.line("**\(MarkdownText.escaped(FindingCounts(report).verdict))**")
            lines.line()
        }
        let secrets = report.mail?.secrets ?? []
        guard let mail = report.mail, !secrets.isEmpty else {
            lines.line("No secret was found in mail.")
            return try lines.buffer.flush(to: &sink)
        }
        lines.line(
            "\(Quantity.count(secrets.count, "secret")) went by mail, \(Quantity.count(mail.leftCount)) left the "
                + "organisation. Rotate first: a secret that was read stays known, whatever is removed.")
        for exposure in secrets {
            lines.line()
            write(exposure, &facts, to: &lines)
            try lines.buffer.flushIfFull(to: &sink)
        }
        lines.line()
        Self.writeNotes(to: &lines)
        try lines.buffer.flush(to: &sink)
    }

    private func write(_ exposure: SecretExposure, _ facts: inout ExposureFacts, to lines: inout TextLines) {
        let rule = exposure.finding.rule
        let number = facts.groups[exposure.secret].map { "Secret \($0): " } ?? ""
        let title = number + MarkdownText.escaped(DisplayText.prose(rule.title))
        lines.line(title)
        lines.line(String(repeating: "-", count: max(3, title.unicodeScalars.count)))
        lines.line()
        let verdict = MailText.verdict(on: exposure).map { ": **\(MarkdownText.escaped($0))**" } ?? ""
        lines.line("- Secret: \(Self.code(facts.secret(of: exposure)))\(verdict)")
        for detail in exposure.finding.details {
            lines.line("- \(Self.code(facts.prose(detail.name))): \(Self.code(facts.prose(detail.value)))")
        }
        lines.line("- First sent: \(Self.code(facts.firstSent(exposure)))")
        lines.line("- There: \(Self.code(facts.firstPlace(exposure)))")
        let people = Quantity.count(exposure.people.count, "person", plural: "people")
        lines.line("- Reached \(people)\(Self.list(facts.people(exposure, limit: Self.peopleLimit)))")
        let lists = facts.lists(exposure, limit: Self.peopleLimit)
        if !lists.isEmpty { lines.line("- Lists\(Self.list(lists))") }
        lines.line("- Still \(MailText.occurrences(exposure))")
        lines.line()
        for (index, action) in exposure.actions.enumerated() {
            lines.line("\(index + 1). [ ] \(text(of: action, exposure))")
            if action == .purge { writeCopies(of: exposure, &facts, to: &lines) }
        }
    }

    private func text(of action: ExposureAction, _ exposure: SecretExposure) -> String {
        switch action {
        case .rotate:
            let pages = exposure.finding.rule.references.filter { $0.hasPrefix("https://") && !$0.contains(">") }
            let links = pages.map { " <\(DisplayText.prose($0))>" }.joined()
            return "**Rotate.** " + MarkdownText.escaped(DisplayText.prose(ActionText.rotate(exposure))) + links
        case .purge: return "**Contain.** " + ActionText.purge(exposure)
        case .notify: return "**Notify.** " + ActionText.notify(exposure)
        case .investigate: return "**Look for use.** " + ActionText.investigate(exposure)
        case .replace: return "**Replace the habit.** " + ActionText.replace(exposure)
        }
    }

    private func writeCopies(of exposure: SecretExposure, _ facts: inout ExposureFacts, to lines: inout TextLines) {
        for copy in exposure.copies.prefix(Self.copyLimit) {
            let date = MailText.date(copy.date).map { ", \($0)" } ?? ""
            let parts = copy.parts.map { facts.path($0) }.joined(separator: "; ")
            let place = "\(Self.code(facts.path(copy.container))) \(Self.code(facts.identifier(copy.messageID)))"
            lines.line("   - \(place)\(date), part \(Self.code(parts))")
        }
        let rest = exposure.copies.count - Self.copyLimit
        if rest > 0 { lines.line("   - and \(Quantity.count(rest)) more, in the purge list") }
    }

    private static func list(_ texts: [String]) -> String {
        texts.isEmpty ? "" : ": " + texts.map(code).joined(separator: ", ")
    }

    private static func code(_ text: String) -> String { text.isEmpty ? "none" : MarkdownText.code(text) }

    private static func writeNotes(to lines: inout TextLines) {
        lines.line("On removing mail")
        lines.line("----------------")
        lines.line()
        lines.line(
            "- Find messages by their identifier (`Message-ID`); the purge list names each with mailbox and part.")
        lines.line(
            "- Microsoft Purview removes few messages of a mailbox at once (10 in a search's purge action, 100 through "
                + "Graph's `purgeData`): repeat it until nothing is found.")
        lines.line(
            "- Google Workspace removes messages with the security investigation tool. What Vault retains stays.")
        lines.line("- Mail programs keep deleted messages in their files until folders are compacted.")
    }
}
