import Blobs
import Inputs

/// All references of a repository: its own, and those of its linked worktrees.
///
/// They are read once. A reference that git packs meanwhile is not missed: files are read before `packed-refs`.
public struct ReferenceList: Sendable {
    /// How many symbolic references may lead to each other.
    public static let depthLimit = 5

    /// A file `packed-refs` that is larger, in bytes, is not read.
    public static let packedLimit = 256 << 20

    /// In order of their names. `FETCH_HEAD` and `MERGE_HEAD` can be there more than once.
    public let references: [Reference]

    /// What is no reference, or could not be read.
    public let problems: [RepositoryProblem]

    /// Complexity: O(n log n) in the number of references that are not packed, O(n) in that of packed ones.
    public init(_ repository: Repository, handles: DirectoryHandles) {
        var loose = LooseReferences(format: repository.format, handles: handles)
        var shared: [Reference] = []
        var problems: [RepositoryProblem] = []
        for place in WorktreePlace.all(of: repository) {
            loose.addRoot(
                in: place.folder, prefix: place.prefix, includingHead: repository.referenceStorage == .files)
            switch repository.referenceStorage {
            case .files: loose.addNested(in: place.folder, prefix: place.prefix)
            case .reftable:
                var stack = ReftableStack(place.folder, format: repository.format, handles: handles)
                shared.append(contentsOf: stack.references(prefix: place.prefix))
                problems.append(contentsOf: stack.problems)
            }
        }
        if repository.referenceStorage == .files {
            shared = Self.packed(of: repository, handles: handles, problems: &problems)
        } else {
            shared.sort { $0.name.precedes($1.name) }
        }
        var own = loose.references
        own.sort { $0.name.precedes($1.name) }
        references = Self.merged(own, over: shared)
        self.problems = loose.problems + problems
    }

    /// The object that a name leads to; `nil` when it is not there, or leads nowhere.
    ///
    /// Complexity: O(log n) in the number of references.
    public func resolve(_ name: [UInt8]) -> ObjectID? {
        let prefix = WorktreePlace.prefix(of: name)
        var name = name
        for _ in 0...Self.depthLimit {
            switch reference(name)?.target {
            case .object(let id): return id
            case .symbolic(let next): name = WorktreePlace.isPerWorktree(next) ? prefix + next : next
            case nil: return nil
            }
        }
        return nil
    }

    /// The commit that is checked out in the work tree of a repository; `nil` before the first one.
    public func head(of repository: Repository) -> ObjectID? {
        let prefix = repository.currentWorktree.map { WorktreePlace.prefix(forWorktree: $0.name) } ?? []
        return resolve(prefix + Array("HEAD".utf8))
    }

    /// The branch that a worktree's `HEAD` points to; `nil` when it is detached, or cannot be read. It need not exist.
    ///
    /// - Parameter worktree: the main one if `nil`.
    public func headName(of worktree: LinkedWorktree? = nil) -> [UInt8]? {
        let prefix = worktree.map { WorktreePlace.prefix(forWorktree: $0.name) } ?? []
        guard case .symbolic(let name) = reference(prefix + Array("HEAD".utf8))?.target else { return nil }
        return name
    }

    /// The reference of a name; the first where there are several.
    public func reference(_ name: [UInt8]) -> Reference? {
        let index = Self.firstIndex(of: name, in: references[...])
        return index < references.count && references[index].name == name ? references[index] : nil
    }

    /// Where a name is in a sorted list, or would be.
    private static func firstIndex(of name: [UInt8], in references: ArraySlice<Reference>) -> Int {
        var low = references.startIndex
        var high = references.endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if references[middle].name.precedes(name) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func packed(
        of repository: Repository, handles: DirectoryHandles, problems: inout [RepositoryProblem]
    ) -> [Reference] {
        let path = repository.commonDirectory.appending("packed-refs".utf8)
        let content: [UInt8]
        do {
            content = try RepositoryFile.readIfThere(path, handles: handles, limit: packedLimit) ?? []
        } catch {
            problems.append(RepositoryProblem(path: path, note: "cannot be read"))
            return []
        }
        let packed = PackedReferences(content, format: repository.format)
        if let line = packed.firstBrokenLine {
            let note = "has \(packed.brokenLines) lines that are no references, the first is line \(line)"
            problems.append(RepositoryProblem(path: path, note: note))
        }
        return packed.references
    }

    /// Two sorted lists as one. Of two references with one name, that of `first` stays.
    private static func merged(_ first: [Reference], over second: [Reference]) -> [Reference] {
        var merged: [Reference] = []
        merged.reserveCapacity(first.count + second.count)
        var index = 0
        for reference in first {
            let next = firstIndex(of: reference.name, in: second[index...])
            merged.append(contentsOf: second[index..<next])
            index = next
            while index < second.count, second[index].name == reference.name { index += 1 }
            merged.append(reference)
        }
        merged.append(contentsOf: second[index...])
        return merged
    }
}
