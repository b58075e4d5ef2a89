import Blobs

/// Where a secret went by mail: who sent it, whom it reached, how, and where it still is.
public struct SecretExposure: Sendable {
    /// How many messages hold the secret, of each kind. Copies of a message are one.
    public struct Counts: Hashable, Sendable {
        public var messages = 0

        /// In which somebody wrote or attached it, messages that were attached to others included.
        public var originals = 0
        public var threads = 0

        /// In which it stands in quoted lines only.
        public var quotedOnly = 0

        /// Marked as deleted, and still in the file.
        public var deleted = 0

        /// In unused space of a store.
        public var unallocated = 0
        public var spamOrTrash = 0

        /// Not sent, as far as is known.
        public var drafts = 0

        public init() {}
    }

    /// The finding that says most of the secret.
    public let finding: Finding

    /// The message that sent it first.
    public let firstSent: FirstSending

    /// Whom it reached, in order of address: members of lists included, who sent it first left out.
    public let people: [Person]

    /// The mailing lists and groups that it went through, in order of address.
    public let lists: [List]

    /// Whether it reached somebody outside of the organisation; `nil` if nobody knows what the organisation is.
    /// Where it came from outside, its sender's domain does not count.
    public let leftOrganisation: Bool?

    /// Whether somebody outside sent it to the organisation: it is their secret.
    public let isInbound: Bool

    /// Whether a copy tells the recipients in `Bcc`: the sender's own copy does, others do not.
    public let isBccKnown: Bool

    /// What happened to it, in order of time: messages that brought it to somebody new.
    public let events: [Event]
    public let counts: Counts

    /// The mailboxes that hold it, and the folders in them, in order.
    public let containers: [RawPath]
    public let folders: [String]

    /// Every stored copy of every message that holds it, in order: what is to be removed.
    public let copies: [Copy]

    /// What to do, in the order in which it is done.
    public let actions: [ExposureAction]

    public init(
        finding: Finding, firstSent: FirstSending, people: [Person], lists: [List], leftOrganisation: Bool?,
        isInbound: Bool, isBccKnown: Bool, events: [Event], counts: Counts, containers: [RawPath], folders: [String],
        copies: [Copy], actions: [ExposureAction]
    ) {
        self.finding = finding
        self.firstSent = firstSent
        self.people = people
        self.lists = lists
        self.leftOrganisation = leftOrganisation
        self.isInbound = isInbound
        self.isBccKnown = isBccKnown
        self.events = events
        self.counts = counts
        self.containers = containers
        self.folders = folders
        self.copies = copies
        self.actions = actions
    }

    public var secret: Secret { finding.secret }

    /// Those of `people` who are outside of the organisation.
    public var external: [Person] { people.filter { $0.isExternal == true } }
}
