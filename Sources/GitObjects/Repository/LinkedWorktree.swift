import Blobs
import Inputs

/// A work tree that `git worktree add` made: it has its own `HEAD` and index, and shares the rest.
///
/// Format: git's Documentation/gitrepository-layout, "worktrees".
public struct LinkedWorktree: Hashable, Sendable {
    /// The name of its folder in `worktrees`.
    public let name: [UInt8]

    /// That folder, with its `HEAD`, index and logs.
    public let gitDirectory: RawPath

    /// Where the work tree is, or was. `nil` when the file that tells is missing or unreadable.
    public let workTree: RawPath?

    /// Whether nothing is there any more. Its references and its index are still in the repository.
    public let isPruned: Bool
}

extension LinkedWorktree {
    /// Reads a folder of `worktrees`; `nil` when it has no `HEAD`, and so is none.
    init?(in folder: RawPath, handles: DirectoryHandles) {
        guard folder.appending("HEAD".utf8).facts != nil else { return nil }
        name = Array(folder.lastComponent)
        gitDirectory = folder
        let written = try? RepositoryFile.read(
            folder.appending("gitdir".utf8), handles: handles, limit: RepositoryFile.shortLimit)
        guard let path = written?.withoutLineEnd, !path.isEmpty else {
            workTree = nil
            isPruned = true
            return
        }
        // The file names the `.git` of the work tree, which may be gone, and with it the folder around it.
        let link = folder.resolving(path)
        workTree = RawPath(Array(link.bytes.dropLast(link.lastComponent.count + 1)))
        isPruned = link.facts == nil
    }

    /// All linked worktrees of a repository, by name.
    static func all(
        in common: RawPath, handles: DirectoryHandles, problems: inout [RepositoryProblem]
    ) -> [LinkedWorktree] {
        let folder = common.appending("worktrees".utf8)
        let entries: [FolderEntry]
        do {
            entries = try FolderListing.entries(of: folder, handles: handles)
        } catch {
            problems.append(RepositoryProblem(path: folder, note: "cannot be listed"))
            return []
        }
        return entries.compactMap { entry in
            let path = folder.appending(entry.name)
            guard entry.kind == .directory, let worktree = LinkedWorktree(in: path, handles: handles) else {
                problems.append(RepositoryProblem(path: path, note: "is no linked worktree"))
                return nil
            }
            if worktree.workTree == nil {
                problems.append(RepositoryProblem(path: path, note: "does not say where its work tree is"))
            }
            return worktree
        }
    }
}
