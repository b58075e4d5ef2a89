import Blobs
import Inputs

/// An entry of a folder, by a name that is kept.
struct FolderEntry {
    let name: [UInt8]
    let kind: EntryKind

    var entryName: EntryName { EntryName(name) }
}

/// The entries of one folder of a repository.
enum FolderListing {
    /// All entries, in the order of their names; none when there is no such folder.
    ///
    /// - Throws: `InputError` when the folder is there and cannot be read.
    ///
    /// Complexity: O(n log n) in the number of entries.
    static func entries(of path: RawPath, handles: DirectoryHandles) throws(InputError) -> [FolderEntry] {
        do {
            return try entries(of: handles.root(path))
        } catch {
            if error == .vanished { return [] }
            throw error
        }
    }

    static func entries(of directory: Directory) throws(InputError) -> [FolderEntry] {
        var entries: [FolderEntry] = []
        var reader = try DirectoryReader(directory)
        _ = try reader.read { name, kind, _ in
            entries.append(FolderEntry(name: name.indices.map { name[$0] }, kind: kind))
            return .goOn
        }
        entries.sort { $0.name.precedes($1.name) }
        return entries
    }
}
