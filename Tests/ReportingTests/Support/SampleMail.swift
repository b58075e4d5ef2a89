import Blobs
import Findings

/// Hand-made reports about mail.
enum SampleMail {
    /// 2024-03-05T09:12:00Z.
    static let start: Int64 = 1_709_629_920

    static func message(
        _ identifier: String = "c05@corp.example", from: String = "alice@corp.example", subject: String = "deploy key",
        folder: String = "Sent"
    ) -> MailMessage {
        var message = MailMessage()
        message.identifier = identifier
        message.date = start
        message.from = [MailAddress(address: from)]
        message.subject = subject
        message.folders = [folder]
        return message
    }

    static func finding(
        in message: MailMessage = message(), box: RawPath = "inbox.mbox", part: RawPath = "2 credentials.csv",
        section: String = "2", isQuoted: Bool = false, secret: Secret = Sample.secret
    ) -> Finding {
        let name = RawPath("<\(message.identifier)>")
        let provenance = Provenance(.file(box), .message(name), .part(part))
        let origin = MailOrigin(message: message, enclosing: [], section: section)
        return Sample.finding(box, secret: secret, provenance: provenance).placed(in: origin, isQuoted: isQuoted)
    }

    /// Every string of it is one of the arguments, or in a list of them.
    static func exposure(
        of finding: Finding = finding(), text: String = "deploy key", identifier: String = "c05@corp.example",
        from: String = "alice@corp.example", people: [String] = ["bob@corp.example", "carol@vendor.example"],
        list: String = "dev@corp.example", box: RawPath = "inbox.mbox", part: RawPath = "2 credentials.csv",
        left: Bool? = true, isInbound: Bool = false, copies: Int = 2, date: Int64? = start
    ) -> SecretExposure {
        let first = SecretExposure.FirstSending(
            date: date, messageID: identifier, from: from, subject: text, folders: [text], container: box, part: part,
            line: 2, isOriginal: true)
        let routes: [SecretExposure.Route] =
            [.to, .cc, .bcc, .resent, .delivered, .list(list), .forward(by: "bob", date: date.map { $0 + 86_400 })]
            + people.flatMap { person -> [SecretExposure.Route] in
                [.reply(by: person, date: nil), .automaticForward(by: person, date: date), .bounce(to: person)]
            }
        var counts = SecretExposure.Counts()
        (counts.messages, counts.originals, counts.threads, counts.quotedOnly) = (37, 3, 2, 34)
        (counts.deleted, counts.unallocated, counts.spamOrTrash, counts.drafts) = (1, 1, 2, 1)
        return SecretExposure(
            finding: finding, firstSent: first,
            people: people.map { address in
                let isExternal = left.map { _ in !address.hasSuffix("@corp.example") }
                return SecretExposure.Person(
                    address: address, isExternal: isExternal, isPersonalWebmail: address.hasSuffix("@gmail.com"),
                    since: date, route: .to)
            },
            lists: [
                .init(address: list, memberCount: 41, isExternal: false),
                .init(address: "x" + list, memberCount: nil, isExternal: true),
            ], leftOrganisation: left, isInbound: isInbound, isBccKnown: false,
            events: [
                .init(
                    date: date, messageID: identifier, from: from, subject: text, routes: routes,
                    newPeople: people.count, newExternal: 1)
            ], counts: counts, containers: [box, "sent.mbox"], folders: [text],
            copies: (0..<copies).map { index in
                .init(
                    container: box, messageID: identifier, date: date, from: from, subject: text,
                    parts: [part, RawPath("1(html)")], offset: 4096 * index)
            }, actions: ExposureAction.allCases)
    }

    static func mail(_ secrets: [SecretExposure], organisation: [String] = ["corp.example"]) -> MailReport {
        var census = MailCensus()
        for _ in 0..<1500 { census.see(message(), parts: 2) }
        census.miss(.encryptedPart, count: 12)
        census.miss(.image)
        return MailReport(
            census: census, organisation: organisation, isOrganisationGiven: false, secrets: secrets)
    }

    /// A report with one secret in mail, and a second place where it is quoted.
    static func report(showsSecrets: Bool = false) -> RunReport {
        let quoted = finding(in: message("d06@corp.example"), part: "1", section: "1", isQuoted: true)
        return Sample.report(
            [finding(), quoted], mail: mail([exposure()]), key: FingerprintKey(Array(repeating: 7, count: 32)),
            showsSecrets: showsSecrets)
    }
}
