import Findings

/// What the user says about mail.
public struct MailReportOptions: Hashable, Sendable {
    /// What is the organisation's own; `nil` to let the mail itself tell.
    public var organisation: OrganisationDomains?

    /// Who is in which group.
    public var members = GroupMembership()

    /// - Parameter domains: as the user names them, none to let the mail itself tell.
    /// - Throws: `OrganisationNameError` for what is no domain.
    public init(domains: [String] = [], members: GroupMembership = GroupMembership()) throws(OrganisationNameError) {
        organisation = domains.isEmpty ? nil : try OrganisationDomains(domains)
        self.members = members
    }
}
