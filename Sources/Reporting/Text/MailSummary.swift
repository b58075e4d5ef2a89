import Findings

/// What a report for people says about mail, on about one screen: what was read, and where each secret went.
struct MailSummary {
    /// How many secrets are told, and how many people and ways of each.
    private static let secretLimit = 10
    private static let peopleLimit = 5
    private static let wayLimit = 5

    private let report: RunReport
    private let palette: Palette

    init(_ report: RunReport, _ palette: Palette) {
        self.report = report
        self.palette = palette
    }

    func write(to lines: inout TextLines) {
        guard let mail = report.mail else { return }
        let parts = Quantity.count(mail.census.parts, "part")
        lines.line("Mail: \(Quantity.count(mail.census.messages, "message")) with \(parts).")
        let gaps = MailText.gaps(mail.census)
        lines.line(gaps.isEmpty ? "All parts could be read." : "\(palette.bad("Not readable")): \(gaps).")
        var facts = ExposureFacts(report, showsSecrets: report.showsSecrets)
        if !mail.organisation.isEmpty {
            let names = facts.address(mail.organisation.joined(separator: ", "))
            let source = mail.isOrganisationGiven ? "" : " (as the mail tells; --org-domain names it)"
            lines.line("The organisation is \(names)\(source).")
        }
        guard !mail.secrets.isEmpty else {
            lines.line("No secret was found in mail.")
            return lines.line()
        }
        let left =
            mail.leftCount > 0
            ? ", " + palette.bad("\(Quantity.count(mail.leftCount)) left the organisation") : ""
        lines.line("\(Quantity.count(mail.secrets.count, "secret")) went by mail\(left).")
        for exposure in mail.secrets.prefix(Self.secretLimit) { write(exposure, &facts, to: &lines) }
        let rest = mail.secrets.count - Self.secretLimit
        if rest > 0 { lines.line("  and \(Quantity.count(rest, "more secret"))") }
        lines.line()
    }

    private func write(_ exposure: SecretExposure, _ facts: inout ExposureFacts, to lines: inout TextLines) {
        let verdict = MailText.verdict(on: exposure).map { ", " + palette.bad($0) } ?? ""
        let secret = palette.place(facts.secret(of: exposure))
        lines.line("  \(DisplayText.prose(exposure.finding.rule.title)) \(secret)\(verdict)")
        add("first sent", facts.firstSent(exposure), to: &lines)
        add("at", facts.firstPlace(exposure), to: &lines)
        let reached = facts.people(exposure, limit: Self.peopleLimit)
        add(
            "reached", reached.isEmpty ? "nobody, as far as this mail tells" : reached.joined(separator: ", "),
            to: &lines)
        add("lists", facts.lists(exposure, limit: Self.peopleLimit).joined(separator: ", "), to: &lines)
        add("how", facts.ways(exposure, limit: Self.wayLimit).joined(separator: ", "), to: &lines)
        if !exposure.isBccKnown { add("bcc", "unknown: the sender's own copy is not in this mail", to: &lines) }
        add("still", MailText.occurrences(exposure), to: &lines)
        add("do", ActionText.short(exposure), to: &lines)
    }

    /// Adds nothing for an empty text.
    private func add(_ label: String, _ text: String, to lines: inout TextLines) {
        guard !text.isEmpty else { return }
        let padding = String(repeating: " ", count: max(0, 11 - label.unicodeScalars.count))
        lines.line("    \(palette.label(label))\(padding) \(text)")
    }
}
