/// The commits that some commits lead to and others do not: what `git rev-list NEW --not OLD` lists.
public struct CommitRange: Sendable {
    /// A commit of the range, as it was read.
    public struct Member: Sendable {
        public let id: ObjectID
        public let commit: Commit
        public let subject: [UInt8]
    }

    /// The commits, the latest first; parents may come before their children only where clocks were wrong.
    public private(set) var members: [Member] = []

    /// Commits that lead on to others which are not there: where a shallow history ends.
    public private(set) var missing: Set<ObjectID> = []

    /// Starting points that are no commits: trees and blobs by themselves.
    public private(set) var others: [ObjectID] = []

    /// Annotated tags on the way from the starting points to commits.
    public private(set) var tags: [ObjectID] = []

    /// How many commits are looked at once only those are left that do not count, in case clocks were wrong.
    private static let slop = 16

    private struct Entry {
        let seconds: Int
        let id: ObjectID

        /// Later commits come first.
        func precedes(_ other: Entry) -> Bool { (other.seconds, other.id) < (seconds, id) }
    }

    private var queue: [Entry] = []
    private var known: [ObjectID: Commit] = [:]
    private var excluded: Set<ObjectID> = []
    private var listed: Set<ObjectID> = []

    /// - Parameters:
    ///   - included: commits, or tags that lead to commits.
    ///   - excluded: the same; what is not there is left out.
    ///   - boundary: commits whose parents are known not to be there.
    ///   - oldest: commits before this time, in seconds since 1970, do not count.
    /// - Complexity: O(n log n) in the number of commits between the two.
    public init(
        _ included: [ObjectID], excluding: [ObjectID], boundary: Set<ObjectID> = [], oldest: Int = .min,
        with reader: inout ObjectReader, format: ObjectFormat
    ) {
        var subjects: [ObjectID: [UInt8]] = [:]
        for id in excluding {
            guard let id = peel(id, &reader, format, notes: false) else { continue }
            enter(id, excluded: true, &reader, format, &subjects)
        }
        for id in included {
            guard let id = peel(id, &reader, format, notes: true) else { continue }
            enter(id, excluded: false, &reader, format, &subjects)
        }
        var slop = Self.slop
        while let entry = popFirst() {
            guard let commit = known[entry.id] else { continue }
            let isExcluded = excluded.contains(entry.id)
            if isExcluded, !queue.contains(where: { !excluded.contains($0.id) }) {
                slop -= 1
                if slop == 0 { break }
            }
            if !isExcluded {
                guard entry.seconds >= oldest else { continue }
                if listed.insert(entry.id).inserted {
                    members.append(Member(id: entry.id, commit: commit, subject: subjects[entry.id] ?? []))
                }
            }
            guard !boundary.contains(entry.id) else { continue }
            for parent in commit.parents { enter(parent, excluded: isExcluded, &reader, format, &subjects) }
        }
        members.removeAll { excluded.contains($0.id) }
        queue = []
        known = [:]
    }

    /// Puts a commit in line, or says of one that was met before that it does not count after all.
    private mutating func enter(
        _ id: ObjectID, excluded isExcluded: Bool, _ reader: inout ObjectReader, _ format: ObjectFormat,
        _ subjects: inout [ObjectID: [UInt8]]
    ) {
        if let commit = known[id] {
            guard isExcluded, excluded.insert(id).inserted else { return }
            // Its parents were put in line as if they counted: say it of them too.
            push(Entry(seconds: commit.committer.seconds, id: id))
            return
        }
        guard (try? reader.read(id)) == .commit,
            let (commit, subject) = reader.withContent({ content -> (Commit, [UInt8])? in
                guard let commit = try? Commit(content, format: format) else { return nil }
                return (commit, commit.subject.map { content[$0] })
            })
        else {
            if !isExcluded { missing.insert(id) }
            return
        }
        known[id] = commit
        subjects[id] = subject
        if isExcluded { excluded.insert(id) }
        push(Entry(seconds: commit.committer.seconds, id: id))
    }

    /// Follows tags to what they name; `nil` if that is no commit.
    private mutating func peel(
        _ id: ObjectID, _ reader: inout ObjectReader, _ format: ObjectFormat, notes: Bool
    ) -> ObjectID? {
        var id = id
        for _ in 0..<64 {
            guard let kind = try? reader.read(id) else {
                if notes { missing.insert(id) }
                return nil
            }
            switch kind {
            case .commit: return id
            case .tree, .blob:
                if notes { others.append(id) }
                return nil
            case .tag:
                if notes { tags.append(id) }
                guard let tag = reader.withContent({ try? Tag($0, format: format) }) else { return nil }
                id = tag.object
            }
        }
        return nil
    }

    // MARK: The queue, a binary heap

    private mutating func push(_ entry: Entry) {
        queue.append(entry)
        var child = queue.count - 1
        while child > 0, queue[child].precedes(queue[(child - 1) / 2]) {
            queue.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func popFirst() -> Entry? {
        guard let first = queue.first else { return nil }
        let last = queue.removeLast()
        guard !queue.isEmpty else { return first }
        queue[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < queue.count {
                if queue[child].precedes(queue[least]) { least = child }
            }
            guard least != parent else { return first }
            queue.swapAt(parent, least)
            parent = least
        }
    }
}
