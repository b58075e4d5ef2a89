/// One entry of the index: a file as it would be committed.
public struct StagingEntry: Hashable, Sendable {
    /// Relative to the work tree. Hostile indexes hold anything here: never use it to write.
    ///
    /// Ends with `/` where the entry stands for a whole folder.
    public let path: [UInt8]

    public let id: ObjectID

    /// Kind and permissions as in a tree: 0o100644, 0o120000, 0o160000 …
    public let mode: UInt32

    /// 0, or in a conflict: 1 for the common ancestor, 2 for ours, 3 for theirs.
    public let stage: UInt8

    /// Whether only the name is staged (`git add -N`): the object is that of an empty file.
    public let isIntentToAdd: Bool

    /// Whether the file need not be in the work tree (sparse checkout).
    public let isSkipWorktree: Bool

    /// Of the file in the work tree when it was staged: bytes, cut to 32 bits.
    public let size: UInt32

    /// The last change of the file in the work tree when it was staged: seconds since 1970 and nanoseconds, cut to
    /// 32 bits.
    public let modifiedSeconds: UInt32
    public let modifiedNanoseconds: UInt32

    /// Whether it stands for all that is in a folder: the object is a tree (sparse index).
    public var isSparseDirectory: Bool { mode & 0o170000 == 0o040000 }

    /// Whether it names a commit of a submodule, which is no object of this repository.
    public var isGitlink: Bool { mode & 0o170000 == 0o160000 }

    /// Whether it is a symbolic link: the object holds the target.
    public var isLink: Bool { mode & 0o170000 == 0o120000 }

    func renamed(_ path: [UInt8]) -> StagingEntry {
        StagingEntry(
            path: path, id: id, mode: mode, stage: stage, isIntentToAdd: isIntentToAdd,
            isSkipWorktree: isSkipWorktree, size: size, modifiedSeconds: modifiedSeconds,
            modifiedNanoseconds: modifiedNanoseconds)
    }
}

extension StagingEntry: Comparable {
    /// In the order of the index: by path, then by stage.
    public static func < (left: StagingEntry, right: StagingEntry) -> Bool {
        if left.path.precedes(right.path) { return true }
        return left.path == right.path && left.stage < right.stage
    }
}
