import Blobs
import Inputs

/// The logs of all references of a repository and its linked worktrees: the stash is one of them.
public struct Reflogs: Sendable {
    /// A log that is larger, in bytes, is not read.
    public static let sizeLimit = 256 << 20

    /// By reference; of one reference the oldest first in files, the latest first in tables.
    public let entries: [ReflogEntry]

    /// What is no log, or could not be read.
    public let problems: [RepositoryProblem]

    /// Holds all entries in memory: some 250 bytes each. `read` does not.
    public init(_ repository: Repository, handles: DirectoryHandles) {
        var entries: [ReflogEntry] = []
        problems = Self.read(repository, handles: handles) { entries.append($0) }
        self.entries = entries
    }

    /// Pushes all entries, one log after the other.
    ///
    /// Complexity: O(n) in the size of the logs.
    public static func read(
        _ repository: Repository, handles: DirectoryHandles, into sink: (ReflogEntry) -> Void
    ) -> [RepositoryProblem] {
        var problems: [RepositoryProblem] = []
        for place in WorktreePlace.all(of: repository) {
            switch repository.referenceStorage {
            case .reftable:
                var stack = ReftableStack(place.folder, format: repository.format, handles: handles)
                stack.logs(prefix: place.prefix, into: sink)
                problems.append(contentsOf: stack.problems)
            case .files:
                var files = NestedFiles(handles: handles)
                files.walk(place.folder.appending("logs".utf8)) { file in
                    let name = place.prefix + file.name
                    if let note = read(file, reference: name, format: repository.format, into: sink) {
                        problems.append(RepositoryProblem(path: file.path, note: note))
                    }
                }
                problems.append(contentsOf: files.problems)
            }
        }
        return problems
    }

    /// - Returns: what is wrong with the file, if anything is.
    private static func read(
        _ file: NestedFiles.File, reference: [UInt8], format: ObjectFormat, into sink: (ReflogEntry) -> Void
    ) -> String? {
        if file.name.suffix(5).elementsEqual(".lock".utf8) { return nil }
        guard file.kind == .regular else { return "is no regular file" }
        let content: [UInt8]
        do {
            content = try RepositoryFile.read(file.entry, in: file.directory, limit: sizeLimit)
        } catch {
            return error == .vanished ? nil : "cannot be read"
        }
        var start = 0
        var broken = 0
        while start < content.count {
            let end = HeaderLines.lineEnd(from: start, in: content.span)
            if let entry = ReflogLine.entry(content, start..<end, reference: reference, format: format) {
                sink(entry)
            } else if end > start {
                broken += 1
            }
            start = end + 1
        }
        return broken > 0 ? "has \(broken) lines that are no entries" : nil
    }
}
