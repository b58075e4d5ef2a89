/// A name for an object, or for another name.
public struct Reference: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
        case object(ObjectID)

        /// The full name of another reference, which need not exist.
        case symbolic([UInt8])
    }

    /// The full name: `refs/heads/main`, `HEAD`; in a linked worktree `worktrees/<name>/HEAD`.
    public let name: [UInt8]

    public let target: Target

    /// The object at the end of the tags that the reference leads to, where the repository has noted it.
    public let peeled: ObjectID?

    /// The object that it names itself; `nil` for a name of another name.
    public var object: ObjectID? {
        if case .object(let id) = target { id } else { nil }
    }

    /// Whether a name is that of a reference which says what a remote repository had when somebody last looked.
    public static func isRemoteTracking(_ name: [UInt8]) -> Bool { name.starts(with: "refs/remotes/".utf8) }

    public init(name: [UInt8], target: Target, peeled: ObjectID? = nil) {
        self.name = name
        self.target = target
        self.peeled = peeled
    }
}
