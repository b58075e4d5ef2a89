import Blobs
import Inputs

/// A folder with the shape of a git folder, and where what it shares with others is.
///
/// Format: git's Documentation/gitrepository-layout.
struct GitFolder {
    let path: RawPath

    /// The same, except in a linked worktree.
    let commonPath: RawPath

    /// `nil` when the folder is no git folder: it has no `HEAD`, or there are no `objects` or no `refs`.
    ///
    /// - Parameter ownObjects: whether the objects are in the folder; not when the environment names another one.
    init?(_ path: RawPath, ownObjects: Bool, handles: DirectoryHandles) {
        guard let directory = try? handles.root(path),
            let head = try? FileFacts(of: EntryName("HEAD"), in: directory),
            head.kind == .regular || head.kind == .symbolicLink
        else { return nil }
        self.path = path
        let written = try? RepositoryFile.readIfThere(
            path.appending("commondir".utf8), handles: handles, limit: RepositoryFile.shortLimit)
        commonPath = (written ?? nil).map { path.resolving($0.withoutLineEnd) } ?? path
        guard commonPath.appending("refs".utf8).isFolder else { return nil }
        guard !ownObjects || commonPath.appending("objects".utf8).isFolder else { return nil }
    }

    /// Where a file `.git` says that the git folder is.
    ///
    /// Format: git's Documentation/gitrepository-layout, "gitfile".
    /// - Throws: `RepositoryError.unreadable`, and `.corrupt` when the file names no folder.
    static func target(ofFile file: RawPath, handles: DirectoryHandles) throws(RepositoryError) -> RawPath {
        let content: [UInt8]
        do {
            content = try RepositoryFile.read(file, handles: handles, limit: RepositoryFile.shortLimit)
        } catch {
            throw .unreadable(error)
        }
        let prefix = "gitdir: "
        guard content.starts(with: prefix.utf8) else { throw .corrupt("the file .git names no folder") }
        let written = Array(content.dropFirst(prefix.utf8.count)).withoutLineEnd
        guard !written.isEmpty else { throw .corrupt("the file .git names no folder") }
        return file.folderOfFile.resolving(written)
    }
}
