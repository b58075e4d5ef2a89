import Blobs
import Findings

/// What is said about mail: where a finding stands in a message, what was read, and where each secret went.
extension JSONReportObjects {
    /// How many elements lists have at most. Counts say how many there are.
    private static let listLimit = 1000

    func writeOrigin(_ origin: MailOrigin, isQuoted: Bool, to json: inout JSONWriter) {
        let message = origin.message
        json.string("message_id", filter.whole(MailText.identifier(message.identifier)))
        json.string("section", filter.text(origin.section))
        writeEnvelope(message.date, MailText.sender(of: message) ?? "", message.subject, to: &json)
        if let folder = (origin.enclosing.first ?? message).folders.first { json.string("folder", filter.text(folder)) }
        json.boolean("quoted", isQuoted)
    }

    func writeMailCoverageMembers(_ mail: MailReport, to json: inout JSONWriter) {
        json.number("messages", mail.census.messages)
        json.number("parts", mail.census.parts)
        json.array("not_readable") { json in
            for (gap, count) in mail.census.gaps.sorted(by: { $0.key < $1.key }) {
                json.object { json in
                    json.string("reason", gap.rawValue)
                    json.number("count", count)
                }
            }
        }
        json.strings("organisation", mail.organisation.map { addresses.text($0) })
        json.boolean("organisation_given", mail.isOrganisationGiven)
        json.number("left_organisation", mail.leftCount)
    }

    mutating func writeMailMembers(_ exposure: SecretExposure, to json: inout JSONWriter) {
        let finding = exposure.finding
        json.object("secret") { json in
            json.string("rule", finding.rule.id)
            json.string("severity", finding.severity.rawValue)
            if let group = groupsBySecret[exposure.secret] { json.number("group", group) }
            writeSecretMembers(finding.secret, finding.redacted, ruleID: finding.rule.id, to: &json)
            if let account = finding.details.first(where: { $0.name == "account" }) {
                json.string("account_hint", filter.text(account.value))
            }
        }
        json.object("first_sent") { writeFirst(exposure.firstSent, to: &$0) }
        json.object("exposure") { writeReach(of: exposure, to: &$0) }
        json.object("occurrences") { writeOccurrences(of: exposure, to: &$0) }
        json.array("events") { json in
            for event in exposure.events.prefix(Self.listLimit) {
                json.object { json in
                    writeEnvelope(event.date, event.from, event.subject, to: &json)
                    json.string("message_id", filter.whole(MailText.identifier(event.messageID)))
                    let ways = event.routes.prefix(Self.listLimit)
                    json.strings("how", ways.map { addresses.text(MailText.route($0)) })
                    json.number("new_people", event.newPeople)
                    json.number("new_external", event.newExternal)
                }
            }
        }
        json.array("copies") { json in
            for copy in exposure.copies.prefix(Self.listLimit) { json.object { write(copy, to: &$0) } }
        }
        json.strings("actions", exposure.actions.map(\.rawValue))
    }

    private mutating func writeFirst(_ first: SecretExposure.FirstSending, to json: inout JSONWriter) {
        writeEnvelope(first.date, first.from, first.subject, to: &json)
        json.string("message_id", filter.whole(MailText.identifier(first.messageID)))
        if let folder = first.folders.first { json.string("folder", filter.text(folder)) }
        writePath(first.container, to: &json)
        json.string("part", utf8: filter.path(first.part).bytes + Array(":\(first.line)".utf8))
        json.boolean("original", first.isOriginal)
    }

    private func writeReach(of exposure: SecretExposure, to json: inout JSONWriter) {
        let external = exposure.external
        let webmail = exposure.people.filter(\.isPersonalWebmail)
        json.number("people_count", exposure.people.count)
        writeNames(exposure.people, "people", to: &json)
        json.number("external_count", external.count)
        writeNames(external, "external", to: &json)
        writeNames(webmail, "personal_webmail", to: &json)
        json.array("lists") { json in
            for list in exposure.lists.prefix(Self.listLimit) {
                json.object { json in
                    json.string("addr", addresses.text(list.address))
                    if let count = list.memberCount {
                        json.number("members", count)
                        json.string("source", "group-membership.csv")
                    }
                    if let isExternal = list.isExternal { json.boolean("external", isExternal) }
                }
            }
        }
        if let left = exposure.leftOrganisation { json.boolean("left_organisation", left) }
        json.boolean("inbound", exposure.isInbound)
        json.strings("how", MailText.ways(of: exposure).prefix(Self.listLimit).map { addresses.text($0) })
        json.boolean("bcc_known", exposure.isBccKnown)
    }

    private mutating func writeOccurrences(of exposure: SecretExposure, to json: inout JSONWriter) {
        let counts = exposure.counts
        json.number("messages", counts.messages)
        json.number("originals", counts.originals)
        json.number("threads", counts.threads)
        json.number("quoted_only", counts.quotedOnly)
        json.number("deleted_not_compacted", counts.deleted)
        json.number("unallocated", counts.unallocated)
        json.number("spam_or_trash", counts.spamOrTrash)
        json.number("drafts", counts.drafts)
        json.number("copies", exposure.copies.count)
        json.array("containers") { json in
            for container in exposure.containers.prefix(Self.listLimit) {
                json.string(nil, utf8: filter.path(container).bytes)
            }
        }
        json.strings("folders", exposure.folders.prefix(Self.listLimit).map { filter.text($0) })
    }

    private mutating func write(_ copy: SecretExposure.Copy, to json: inout JSONWriter) {
        writePath(copy.container, to: &json)
        json.string("message_id", filter.whole(MailText.identifier(copy.messageID)))
        writeEnvelope(copy.date, copy.from, copy.subject, to: &json)
        json.array("parts") { json in
            for part in copy.parts { json.string(nil, utf8: filter.path(part).bytes) }
        }
        json.number("offset", copy.offset)
    }

    private func writeEnvelope(_ date: Int64?, _ from: String, _ subject: String, to json: inout JSONWriter) {
        if let date = MailText.date(date) { json.string("date", date) }
        if !from.isEmpty { json.string("from", addresses.text(from)) }
        if !subject.isEmpty { json.string("subject", filter.text(subject)) }
    }

    private func writeNames(_ people: [SecretExposure.Person], _ key: String, to json: inout JSONWriter) {
        json.strings(key, people.prefix(Self.listLimit).map { addresses.text($0.address) })
    }
}
