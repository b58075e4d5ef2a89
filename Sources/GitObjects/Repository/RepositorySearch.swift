import Blobs
import Inputs

/// Finds the repository that a folder belongs to.
struct RepositorySearch {
    struct Found {
        let folder: GitFolder

        /// `nil` when the git folder itself was found, and no work tree around it.
        let workTree: RawPath?

        /// Folders named `.git` that were passed on the way and are no git folders.
        var passed: [RawPath] = []
    }

    /// More levels than any path has. Whoever nests deeper is not searched to the root.
    static let levelLimit = 4096

    let handles: DirectoryHandles

    /// Whether a git folder needs objects of its own.
    let ownObjects: Bool

    /// Looks at the folder, then at each one above it, up to the root of the file system.
    ///
    /// - Throws: `RepositoryError`; a file `.git` that leads nowhere is `.corrupt`.
    func search(from path: RawPath) throws(RepositoryError) -> Found {
        var level = path.bytes.isEmpty ? RawPath(".") : path
        let facts: FileFacts
        do {
            facts = try FileFacts(path: level)
        } catch {
            throw .unreadable(error)
        }
        if facts.kind != .directory { level = level.folderOfFile }
        var passed: [RawPath] = []
        for _ in 0..<Self.levelLimit {
            if var found = try look(at: level, passed: &passed) {
                found.passed = passed
                return found
            }
            let parent = level.parentFolder
            if parent.isSameFile(as: level) || parent.facts == nil { break }
            level = parent
        }
        guard passed.isEmpty else { throw .corrupt("a folder .git has no HEAD, no objects or no refs") }
        throw .notARepository
    }

    /// A git folder that was named, and is not searched for.
    func open(_ path: RawPath) throws(RepositoryError) -> Found {
        guard let folder = GitFolder(path, ownObjects: ownObjects, handles: handles) else {
            guard path.facts?.kind == .regular else { throw .notARepository }
            return try follow(path, workTree: path.folderOfFile)
        }
        return Found(folder: folder, workTree: workTree(around: folder))
    }

    private func look(at level: RawPath, passed: inout [RawPath]) throws(RepositoryError) -> Found? {
        let inside = level.appending(".git".utf8)
        switch try kind(of: inside) {
        case .directory:
            if let folder = GitFolder(inside, ownObjects: ownObjects, handles: handles) {
                return Found(folder: folder, workTree: level)
            }
            passed.append(inside)
        case .regular: return try follow(inside, workTree: level)
        default: break
        }
        return GitFolder(level, ownObjects: ownObjects, handles: handles).map {
            Found(folder: $0, workTree: workTree(around: $0))
        }
    }

    private func follow(_ file: RawPath, workTree: RawPath) throws(RepositoryError) -> Found {
        let target = try GitFolder.target(ofFile: file, handles: handles)
        guard target.isFolder else { throw .corrupt("the folder that the file .git names is missing") }
        guard let folder = GitFolder(target, ownObjects: ownObjects, handles: handles) else {
            throw .corrupt("the folder that the file .git names is no git folder")
        }
        return Found(folder: folder, workTree: workTree)
    }

    /// The work tree of a git folder that was reached by itself: the folder around it if that calls it `.git`, or the
    /// one that a linked worktree's file names.
    private func workTree(around folder: GitFolder) -> RawPath? {
        if folder.commonPath != folder.path {
            return LinkedWorktree(in: folder.path, handles: handles)?.workTree
        }
        let parent = folder.path.parentFolder
        return parent.appending(".git".utf8).isSameFile(as: folder.path) ? parent : nil
    }

    /// `nil` when there is nothing of this name.
    private func kind(of path: RawPath) throws(RepositoryError) -> EntryKind? {
        do {
            return try FileFacts(path: path).kind
        } catch {
            if error == .vanished { return nil }
            throw .unreadable(error)
        }
    }
}
