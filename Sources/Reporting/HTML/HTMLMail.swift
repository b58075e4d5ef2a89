import Findings

/// Where secrets went by mail: a table of secrets, with the people that each has reached and its time line.
struct HTMLMail {
    /// How many people, ways, events and secrets are told.
    private static let peopleLimit = 20
    private static let wayLimit = 10
    private static let eventLimit = 50
    private static let secretLimit = 1000

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(
        to html: inout MarkupWriter, flushingTo sink: inout some ReportSink & ~Copyable
    ) throws(DeliveryError) {
        guard let mail = report.mail else { return }
        var facts = ExposureFacts(report, showsSecrets: report.showsSecrets)
        html.begin("section")
        html.element("h2", text: "Mail")
        writeCensus(mail, facts, to: &html)
        if !mail.secrets.isEmpty {
            html.begin("table")
            HTMLCoverage.head(["Secret", "First sent", "People reached", "How", "Still there"], to: &html)
            html.begin("tbody")
            for exposure in mail.secrets.prefix(Self.secretLimit) {
                html.element("tr") { writeCells(of: exposure, &facts, to: &$0) }
                html.newLine()
                try html.buffer.flushIfFull(to: &sink)
            }
            html.end("tbody")
            html.end("table")
            let rest = mail.secrets.count - Self.secretLimit
            if rest > 0 { html.element("p", text: "And \(Quantity.count(rest)) more.") }
            html.element("h3", text: "Time line")
            for exposure in mail.secrets.prefix(Self.secretLimit) {
                writeTimeLine(of: exposure, facts, to: &html)
                try html.buffer.flushIfFull(to: &sink)
            }
        }
        html.end("section")
        html.newLine()
    }

    private func writeCensus(_ mail: MailReport, _ facts: ExposureFacts, to html: inout MarkupWriter) {
        let gaps = MailText.gaps(mail.census)
        let parts = Quantity.count(mail.census.parts, "part")
        let read = gaps.isEmpty ? "all could be read" : "not readable: \(gaps)"
        let secrets = Quantity.count(mail.secrets.count, "secret")
        let left = Quantity.count(mail.leftCount)
        html.element("p") { html in
            html.text("\(Quantity.count(mail.census.messages, "message")) with \(parts), \(read). ")
            html.text("\(secrets) went by mail, \(left) left the organisation.")
            guard !mail.organisation.isEmpty else { return }
            let names = facts.address(mail.organisation.joined(separator: ", "))
            html.element(
                "small", text: "Organisation: \(names)\(mail.isOrganisationGiven ? "" : ", as the mail tells")")
        }
    }

    private func writeCells(of exposure: SecretExposure, _ facts: inout ExposureFacts, to html: inout MarkupWriter) {
        html.element("td") { html in
            html.text(facts.prose(exposure.finding.rule.title))
            html.element("small", ["class": "code"], text: facts.secret(of: exposure))
            if let verdict = MailText.verdict(on: exposure) {
                let isSure = exposure.leftOrganisation != nil
                html.element(isSure ? "span" : "small", ["class": isSure ? "mark high" : ""], text: verdict)
            }
        }
        html.element("td") { html in
            html.text(facts.firstSent(exposure))
            html.element("small", ["class": "code"], text: facts.firstPlace(exposure))
        }
        let people = facts.people(exposure, limit: Self.peopleLimit) + facts.lists(exposure, limit: Self.peopleLimit)
        Self.cell(people.isEmpty ? ["nobody, as far as this mail tells"] : people, to: &html)
        let bcc = exposure.isBccKnown ? [] : ["Bcc unknown"]
        Self.cell(facts.ways(exposure, limit: Self.wayLimit) + bcc, to: &html)
        html.element("td") { html in
            html.text(MailText.occurrences(exposure))
            for container in exposure.containers.prefix(Self.wayLimit) {
                html.element("small", ["class": "code"], text: facts.path(container))
            }
        }
    }

    private func writeTimeLine(of exposure: SecretExposure, _ facts: ExposureFacts, to html: inout MarkupWriter) {
        html.element("details") { html in
            let title = facts.prose(exposure.finding.rule.title)
            let count = Quantity.count(exposure.events.count, "message")
            html.element("summary", text: "\(title) \(facts.secret(of: exposure)): \(count) brought it to somebody new")
            html.element("table") { html in
                HTMLCoverage.head(
                    ["When", "From", "Subject", "How", "People", "External"], numbers: [4, 5], to: &html)
                html.element("tbody") { html in
                    for event in exposure.events.prefix(Self.eventLimit) { Self.row(event, facts, to: &html) }
                }
            }
            let rest = exposure.events.count - Self.eventLimit
            if rest > 0 { html.element("p", text: "And \(Quantity.count(rest)) more.") }
        }
        html.newLine()
    }

    private static func row(_ event: SecretExposure.Event, _ facts: ExposureFacts, to html: inout MarkupWriter) {
        html.element("tr") { html in
            html.element("td", ["class": "number"], text: MailText.date(event.date) ?? "unknown")
            html.element("td", ["class": "code"], text: facts.address(event.from))
            html.element("td") { html in
                html.text(facts.prose(event.subject))
                html.element("small", ["class": "code"], text: facts.identifier(event.messageID))
            }
            let ways = event.routes.map { facts.address(MailText.route($0)) }
            let rest = ways.count - wayLimit
            cell(ways.prefix(wayLimit) + (rest > 0 ? ["and \(Quantity.count(rest)) more"] : []), to: &html)
            html.element("td", ["class": "number"], text: "+\(Quantity.count(event.newPeople))")
            html.element("td", ["class": "number"], text: "+\(Quantity.count(event.newExternal))")
        }
        html.newLine()
    }

    private static func cell(_ lines: [String], to html: inout MarkupWriter) {
        html.element("td") { html in
            html.element("ul", ["class": "code"]) { html in
                for line in lines { html.element("li", text: line) }
            }
        }
    }
}
