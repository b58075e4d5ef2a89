import Blobs
import Inputs

/// Lists the files below a folder of a repository, at any depth: `refs`, `logs`.
///
/// The folder itself may be a symbolic link, those below are not followed.
struct NestedFiles {
    struct File {
        /// The path below the folder.
        let name: [UInt8]
        let kind: EntryKind
        let entry: EntryName
        let directory: Directory

        var path: RawPath { directory.path(of: entry) }
    }

    /// Deeper ones are a problem: no name of a reference is so long.
    static let depthLimit = 256

    let handles: DirectoryHandles
    private(set) var problems: [RepositoryProblem] = []

    init(handles: DirectoryHandles) {
        self.handles = handles
    }

    /// Pushes everything that is no folder, in no particular order; nothing when there is no such folder.
    ///
    /// Complexity: O(n log n) in the number of entries.
    mutating func walk(_ path: RawPath, into sink: (File) -> Void) {
        let root: Directory
        do {
            root = try handles.root(path)
        } catch {
            if error != .vanished { problems.append(RepositoryProblem(path: path, note: "cannot be listed")) }
            return
        }
        var waiting: [(directory: Directory, name: [UInt8])] = [(root, [])]
        while let folder = waiting.popLast() {
            guard folder.directory.depth < Self.depthLimit else {
                problems.append(RepositoryProblem(path: folder.directory.path, note: "lies too deep"))
                continue
            }
            let entries: [FolderEntry]
            do {
                entries = try FolderListing.entries(of: folder.directory)
            } catch {
                // Git removes folders that have become empty at any time.
                if error != .vanished {
                    problems.append(RepositoryProblem(path: folder.directory.path, note: "cannot be listed"))
                }
                continue
            }
            for entry in entries {
                let name = folder.name.isEmpty ? entry.name : folder.name + [UInt8(ascii: "/")] + entry.name
                if entry.kind == .directory {
                    waiting.append((folder.directory.child(entry.entryName), name))
                } else {
                    sink(File(name: name, kind: entry.kind, entry: entry.entryName, directory: folder.directory))
                }
            }
        }
    }
}
