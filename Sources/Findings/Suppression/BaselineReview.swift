import Blobs

/// What a run came to, seen from the baseline: which of its entries were of use.
public struct BaselineReview: Hashable, Sendable {
    /// An entry, as a report names it.
    public struct Entry: Hashable, Sendable {
        /// Its line in the baseline's file, from 1.
        public let line: Int
        public let rule: String

        /// Where the secret was when the entry was made. Not masked.
        public let path: RawPath
        public let reason: String?
        public let owner: String?

        /// The last day on which it holds, such as `2027-01-31`.
        public let expires: String?

        public init(line: Int, rule: String, path: RawPath, reason: String?, owner: String?, expires: String?) {
            self.line = line
            self.rule = rule
            self.path = path
            self.reason = reason
            self.owner = owner
            self.expires = expires
        }
    }

    /// The baseline's file, in the user's spelling.
    public let path: RawPath
    public let entryCount: Int

    /// How many entries suppressed something.
    public let usedCount: Int

    /// How many findings were suppressed at another path than the entry names.
    public let movedCount: Int

    /// Entries with which nothing was found, in order of line. They say something only of a run that was complete.
    public let unused: [Entry]

    /// Entries that no longer hold, in order of line: what they stand for is told again.
    public let expired: [Entry]

    public init(
        path: RawPath, entryCount: Int, usedCount: Int, movedCount: Int, unused: [Entry], expired: [Entry]
    ) {
        self.path = path
        self.entryCount = entryCount
        self.usedCount = usedCount
        self.movedCount = movedCount
        self.unused = unused
        self.expired = expired
    }
}
