import Blobs

/// One thing in a repository that could not be read, or that says what is not so. The rest of it is valid.
public struct RepositoryProblem: Hashable, Sendable {
    /// The file or folder.
    public let path: RawPath

    /// What is wrong with it, in words of ours: nothing from its content.
    public let note: String

    public init(path: RawPath, note: String) {
        self.path = path
        self.note = note
    }
}
