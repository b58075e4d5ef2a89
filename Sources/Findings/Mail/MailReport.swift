/// What a run over mail has to say beyond its findings: one record for each secret, and what was read.
public struct MailReport: Sendable {
    public let census: MailCensus

    /// The domains that are the organisation's own, or the address of a private mailbox's owner, in order; empty if
    /// nothing tells.
    public let organisation: [String]

    /// Whether the user has named the organisation. If not, the mail itself told.
    public let isOrganisationGiven: Bool

    /// One for each secret that was found in mail: those that left the organisation first, then by the time at which
    /// they were first sent.
    public let secrets: [SecretExposure]

    public init(
        census: MailCensus, organisation: [String], isOrganisationGiven: Bool, secrets: [SecretExposure]
    ) {
        self.census = census
        self.organisation = organisation
        self.isOrganisationGiven = isOrganisationGiven
        self.secrets = secrets
    }

    /// How many secrets reached somebody outside of the organisation.
    public var leftCount: Int { secrets.count { $0.leftOrganisation == true } }
}
