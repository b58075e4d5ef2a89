import Findings

/// Whose an address is, one answer for all its spellings. It remembers its answers: the same addresses come up in
/// message after message, so it is shared by reference.
final class AddressBook {
    let organisation: OrganisationDomains
    let members: GroupMembership

    private var mailboxes: [String: String] = [:]
    private var groups: [String: [String]?] = [:]

    init(organisation: OrganisationDomains, members: GroupMembership) {
        self.organisation = organisation
        self.members = members
    }

    /// The address without a tag, and with the organisation's domain in place of a sub-domain.
    func mailbox(_ address: String) -> String {
        if let mailbox = mailboxes[address] { return mailbox }
        var mailbox = MailboxName.withoutTag(address.lowercased())
        if let own = organisation.ownDomain(above: MailboxName.domain(of: mailbox)) {
            mailbox = MailboxName.local(of: mailbox) + "@" + own
        }
        mailboxes[address] = mailbox
        return mailbox
    }

    /// The people in a group, in order, as mailboxes; `nil` for what is no group.
    func people(in group: String) -> [String]? {
        if let people = groups[group] { return people }
        let people = members.people(in: group) ?? members.people(in: mailbox(group))
        let mailboxes = people.map { Set($0.map { mailbox($0) }).sorted() }
        groups[group] = .some(mailboxes)
        return mailboxes
    }

    /// Whether a mailbox, or a list by its identifier, is outside; `nil` if nobody knows.
    func isExternal(_ name: String) -> Bool? {
        if organisation.isEmpty { return nil }
        // Who is in a channel of a chat is not told by its name.
        if name.hasPrefix("#"), !name.contains("@") { return nil }
        if !name.contains("@") { return organisation.ownDomain(above: name) == nil }
        return organisation.contains(name).map { !$0 }
    }

    /// Who did something, in short: colleagues by their name in front of the `@`.
    func shortName(_ mailbox: String) -> String {
        isExternal(mailbox) == false ? MailboxName.local(of: mailbox) : mailbox
    }
}
