import Blobs

/// Where a finding stands in the history of a repository.
public struct History: Hashable, Sendable {
    /// What a report says about a commit.
    public struct Commit: Hashable, Sendable {
        /// Lower-case hexadecimal digits.
        public let id: String

        /// Name and address, in the bytes of the commit.
        public let author: [UInt8]

        /// When it was written, in seconds since 1970.
        public let seconds: Int

        /// The first line of the message, in its bytes.
        public let subject: [UInt8]

        public init(id: String, author: [UInt8], seconds: Int, subject: [UInt8]) {
            self.id = id
            self.author = author
            self.seconds = seconds
            self.subject = subject
        }
    }

    /// The most paths, and the most references, that are kept by name.
    public static let listLimit = 20

    /// The commit that brought the secret in, and the last one in which it stands; `nil` if no commit leads to it.
    public var introduced: Commit?
    public var last: Commit?

    /// Versions of the file in which it stands.
    public var versions = 1

    /// The other paths under which these versions stand, in order, at most `listLimit`.
    public var otherPaths: [RawPath] = []

    /// The names of references from which it can be reached, in order, at most `listLimit`.
    public var references: [[UInt8]] = []
    public var referenceCount = 0

    /// Whether any reference or reflog still leads to it. What is not reachable stays until git collects it.
    public var isReachable = true

    /// Whether it stands in the commit that is checked out; `nil` if nobody has looked.
    public var isInHead: Bool?

    /// Whether a remote-tracking reference reaches it: it has left this machine. `nil` if nobody has looked.
    public var isPushed: Bool?

    public init() {}
}
