import Blobs
import GitObjects
import Inputs

/// Files of a work tree that are not as they were when they were staged.
enum UnstagedFiles {
    /// Files whose size or time of change is another one than the index says, in order. What is gone is left out.
    static func find(in repository: Repository, workTree: RawPath) throws(StagingIndexError) -> [RawPath] {
        let entries: [StagingEntry]
        do throws(StagingIndexError) {
            entries = try StagingIndex.read(
                repository.indexPath, format: repository.format, handles: DirectoryHandles(),
                sharedIn: repository.gitDirectory
            ).entries
        } catch .missing {
            return []
        }
        var changed: [RawPath] = []
        for entry in entries where !entry.isGitlink && !entry.isSparseDirectory && !entry.isSkipWorktree {
            let path = workTree.appending(entry.path)
            guard let facts = try? FileFacts(path: path), facts.kind == .regular, changed.last != path else { continue }
            let isSame =
                UInt32(truncatingIfNeeded: facts.size) == entry.size
                && UInt32(truncatingIfNeeded: facts.modifiedSeconds) == entry.modifiedSeconds
                && (entry.modifiedNanoseconds == 0
                    || UInt32(truncatingIfNeeded: facts.modifiedNanoseconds) == entry.modifiedNanoseconds)
            if !isSame || entry.isIntentToAdd || entry.stage > 0 { changed.append(path) }
        }
        return changed
    }
}
