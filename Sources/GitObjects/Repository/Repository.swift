import Blobs
import Inputs

/// A git repository: where its parts are and how they are stored. Read once; nothing is kept open.
///
/// Of its configuration only the format is obeyed. Who owns it plays no role: nothing in it is run.
public struct Repository: Sendable {
    /// `HEAD` and the index are here.
    public let gitDirectory: RawPath

    /// Objects, references and the configuration are here: the same, except in a linked worktree.
    public let commonDirectory: RawPath

    /// The folder with the files; `nil` when none is known.
    public let workTree: RawPath?

    /// Whether it has no work tree of its own. It can still have linked ones.
    public let isBare: Bool

    public let format: ObjectFormat
    public let referenceStorage: ReferenceStorage

    /// Where history was cut off; empty in a whole one.
    public let shallowCommits: [ObjectID]

    public var isShallow: Bool { !shallowCommits.isEmpty }

    /// Whether objects may be missing that a server is said to have.
    public let isPartial: Bool

    /// Where objects are, in the order in which git looks: what `info/alternates` adds is not among them.
    public let objectDirectories: [RawPath]

    /// By name; none of them is the main work tree.
    public let worktrees: [LinkedWorktree]

    /// Git folders in `modules`, then those in work trees. Their own submodules are found when they are discovered.
    public let submodules: [Submodule]

    /// What is wrong with it and does not keep it from being read.
    public let problems: [RepositoryProblem]

    /// `core.hooksPath` as it is spelled; `nil` when it is not set.
    let configuredHooksPath: [UInt8]?

    /// The linked worktree whose git folder this is; `nil` in the main one.
    public var currentWorktree: LinkedWorktree? {
        commonDirectory == gitDirectory ? nil : worktrees.first { $0.gitDirectory.isSameFile(as: gitDirectory) }
    }

    /// The index of this work tree. It need not be there.
    public var indexPath: RawPath { gitDirectory.appending("index".utf8) }

    /// Finds and opens the repository that a path belongs to.
    ///
    /// - Parameters:
    ///   - path: a work tree or a folder below one, a git folder, a bare repository; or a file in one of them.
    ///     It plays no role when the environment names the git folder.
    ///   - environment: what git has set for a hook.
    /// - Throws: `RepositoryError`.
    ///
    /// Complexity: O(n) in the levels above the path, the worktrees and the submodules.
    public static func discover(
        at path: RawPath, environment: RepositoryEnvironment, handles: DirectoryHandles
    ) throws(RepositoryError) -> Repository {
        let search = RepositorySearch(handles: handles, ownObjects: environment.objectDirectory == nil)
        let found =
            if let named = environment.gitDirectory { try search.open(named) } else { try search.search(from: path) }
        return try RepositoryReader(found, environment: environment, handles: handles).repository()
    }

    /// The folder whose programs git would run as hooks, by the repository's own configuration. That of the user or
    /// the system can name another one.
    ///
    /// - Parameter home: what `~` stands for; without it such a path is taken as it is spelled.
    public func hooksPath(home: RawPath?) -> RawPath {
        guard let written = configuredHooksPath, !written.isEmpty else {
            return commonDirectory.appending("hooks".utf8)
        }
        if let home, written.starts(with: "~/".utf8) { return home.appending(written.dropFirst(2)) }
        return (workTree ?? gitDirectory).resolving(written)
    }
}
