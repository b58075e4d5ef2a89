import Blobs

/// A repository inside of another one's work tree.
public struct Submodule: Hashable, Sendable {
    /// As the repository around it calls it; may have slashes.
    public let name: [UInt8]

    /// The git folder: a repository of its own.
    public let gitDirectory: RawPath

    /// Where its work tree is; `nil` when there is none, as in a repository that was never checked out.
    public let workTree: RawPath?

    /// Whether its git folder lies in `modules` of the repository around it, and not in its own work tree.
    public let isAbsorbed: Bool
}
