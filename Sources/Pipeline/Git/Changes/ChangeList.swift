import Blobs
import Findings
import GitObjects

/// The objects that a change brings in: blobs with their paths and commits, and texts of commits and tags.
struct ChangeList {
    /// A blob to search.
    struct Item: Sendable {
        let id: ObjectID
        let kind: ObjectKind
        let path: RawPath

        /// The commit that brings it in; `nil` for what is staged only.
        let commit: History.Commit?
    }

    private(set) var items: [Item] = []

    /// Objects that should be there, and are not, or cannot be read.
    private(set) var failures: [Diagnostic] = []

    /// Commits that were looked at.
    private(set) var commitCount = 0

    private var seen: Set<ObjectID> = []
    private let format: ObjectFormat

    init(format: ObjectFormat) {
        self.format = format
    }

    /// Adds what the commits of a range bring in, the oldest first.
    mutating func add(_ range: CommitRange, with reader: inout ObjectReader) {
        for id in range.missing.sorted() { fail(id, .commit, .missing) }
        for tag in range.tags { append(tag, .tag, RawPath("tag \(tag)"), commit: nil) }
        var difference = TreeDifference(format: format)
        for member in range.members.reversed() {
            commitCount += 1
            let facts = History.Commit(id: member.id, member.commit, subject: member.subject)
            append(member.id, .commit, RawPath("commit \(member.id)"), commit: facts)
            let others = member.commit.parents.compactMap { tree(of: $0, with: &reader) }
            difference.find(in: member.commit.tree, against: others, with: &reader) { entry in
                append(entry.id, .blob, RawPath(entry.path), commit: facts)
            }
        }
        for other in range.others {
            guard let kind = try? reader.kind(of: other) else { continue }
            if kind == .tree {
                difference.find(in: other, against: [], with: &reader) { entry in
                    append(entry.id, .blob, RawPath(entry.path), commit: nil)
                }
            } else {
                append(other, kind, RawPath("\(kind.name) \(other)"), commit: nil)
            }
        }
        for (id, error) in difference.failures { fail(id, .tree, error) }
    }

    /// Adds what an index holds and a commit does not.
    ///
    /// - Parameter head: the commit; `nil` before the first one.
    mutating func add(_ entries: [StagingEntry], against head: ObjectID?, with reader: inout ObjectReader) {
        var known: Set<PathAndObject> = []
        if let tree = head.flatMap({ tree(of: $0, with: &reader) }) {
            var difference = TreeDifference(format: format)
            difference.find(in: tree, against: [], with: &reader) { entry in
                known.insert(PathAndObject(path: entry.path, id: entry.id))
            }
            for (id, error) in difference.failures { fail(id, .tree, error) }
        }
        for entry in entries where !entry.isGitlink && !entry.isSparseDirectory && !entry.isIntentToAdd {
            guard !known.contains(PathAndObject(path: entry.path, id: entry.id)) else { continue }
            append(entry.id, .blob, RawPath(entry.path), commit: nil)
        }
    }

    private struct PathAndObject: Hashable {
        let path: [UInt8]
        let id: ObjectID
    }

    private mutating func append(_ id: ObjectID, _ kind: ObjectKind, _ path: RawPath, commit: History.Commit?) {
        guard seen.insert(id).inserted else { return }
        items.append(Item(id: id, kind: kind, path: path, commit: commit))
    }

    private mutating func fail(_ id: ObjectID, _ kind: ObjectKind, _ error: ObjectError) {
        failures.append(
            Diagnostic(reason: error.reason, provenance: ContentPass.provenance(kind, id), note: error.note))
    }

    private func tree(of commit: ObjectID, with reader: inout ObjectReader) -> ObjectID? {
        guard (try? reader.read(commit)) == .commit else { return nil }
        return reader.withContent { (try? Commit($0, format: format))?.tree }
    }
}
