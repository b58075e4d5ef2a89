import Blobs
import Findings

/// Tells where secrets went by mail: one record for each secret.
///
/// A record is the union over all messages that hold the secret, be they originals, quotations, forwards or bounces:
/// whoever received one of them has the secret. It depends on what was found and on nothing else.
public enum MailExposure {
    /// Everything that is told about mail; `nil` where there was none.
    ///
    /// - Parameters:
    ///   - findings: all that count, in the order of `Finding.isOrderedBefore`. Those outside of mail are passed over.
    ///   - census: what was seen of mail.
    /// - Complexity: O(n log n) in the number of findings times the addresses of their messages.
    public static func report(
        findings: some Sequence<Finding>, census: MailCensus, options: MailReportOptions
    ) -> MailReport? {
        let organisation = options.organisation ?? OrganisationDomains(guessedFrom: census)
        let secrets = build(findings: findings, organisation: organisation, members: options.members)
        guard census.messages > 0 || !secrets.isEmpty else { return nil }
        return MailReport(
            census: census, organisation: organisation.names, isOrganisationGiven: organisation.isGiven,
            secrets: secrets)
    }

    /// One record for each secret: those that left the organisation first, then by the time at which they were first
    /// sent, then in the order of the findings.
    ///
    /// - Parameter findings: in the order of `Finding.isOrderedBefore`. Those outside of mail are passed over.
    public static func build(
        findings: some Sequence<Finding>, organisation: OrganisationDomains,
        members: GroupMembership = GroupMembership()
    ) -> [SecretExposure] {
        var numbers: [Secret: Int] = [:]
        var carriers: [SecretCarriers] = []
        for finding in findings {
            guard let origin = finding.mail else { continue }
            if let number = numbers[finding.secret] {
                carriers[number].add(finding, origin)
            } else {
                numbers[finding.secret] = carriers.count
                carriers.append(SecretCarriers(finding, origin))
            }
        }
        let book = AddressBook(organisation: organisation, members: members)
        let exposures = carriers.compactMap { exposure(of: $0, book) }
        return exposures.enumerated().sorted { left, right in
            rank(left.element, left.offset) < rank(right.element, right.offset)
        }.map(\.element)
    }

    private static func rank(_ exposure: SecretExposure, _ index: Int) -> (Int, Int64, Int) {
        (exposure.leftOrganisation == true ? 0 : 1, exposure.firstSent.date ?? .max, index)
    }

    private static func exposure(of carriers: SecretCarriers, _ book: AddressBook) -> SecretExposure? {
        let envelopes = carriers.inOrder
        guard let first = carriers.first(of: envelopes), let firstSent = carriers.firstSending(first) else {
            return nil
        }
        // Whoever only quotes it has not sent it first, and has received it from somebody.
        let author = first.holdsOriginal && !first.sender.isEmpty ? book.mailbox(first.sender) : ""
        var tracer = ReachTracer(book, author: author)
        tracer.follow(first)
        for envelope in envelopes where envelope.identifier != first.identifier { tracer.follow(envelope) }
        let people = tracer.people.values.sorted { $0.address < $1.address }
        let lists = tracer.lists.values.sorted { $0.address < $1.address }
        let isInbound =
            !author.isEmpty && book.isExternal(author) == true && people.contains { $0.isExternal == false }
        let origin = isInbound ? MailboxName.domain(of: author) : nil
        let left = hasLeft(people, lists, book, besides: origin)
        var actions: [ExposureAction] = [.rotate, .purge]
        if left == true || isInbound { actions.append(.notify) }
        actions += [.investigate, .replace]
        let copies = carriers.copies
        return SecretExposure(
            finding: carriers.finding, firstSent: firstSent, people: people, lists: lists, leftOrganisation: left,
            isInbound: isInbound, isBccKnown: first.isBccKnown, events: tracer.events, counts: carriers.counts,
            containers: Set(copies.map(\.container)).sorted(), folders: carriers.folders, copies: copies,
            actions: actions)
    }

    /// - Parameter origin: a domain outside that has the secret anyway.
    private static func hasLeft(
        _ people: [SecretExposure.Person], _ lists: [SecretExposure.List], _ book: AddressBook, besides origin: String?
    ) -> Bool? {
        guard !book.organisation.isEmpty else { return nil }
        func isOrigin(_ name: String) -> Bool {
            guard let origin else { return false }
            return name.hasSuffix("@" + origin) || name.hasSuffix("." + origin)
        }
        return people.contains { $0.isExternal == true && !isOrigin($0.address) }
            || lists.contains { $0.isExternal == true && !isOrigin($0.address) }
    }
}
