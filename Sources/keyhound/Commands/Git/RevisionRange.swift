import Blobs
import GitObjects
import Inputs
import Pipeline

/// A range of commits as the user names it.
struct RevisionRange {
    let scope: ChangeScope

    /// - Parameter text: `A..B`, `..B` or `A..`; one name is all that it leads to.
    /// - Throws: `Refusal` for a name that leads nowhere.
    init(_ text: String, in repository: Repository) throws {
        let names = Names(repository)
        guard let dots = text.firstRange(of: "..") else {
            scope = .commits(included: [try names.resolve(text)], excluded: [], oldest: .min)
            return
        }
        guard !text[dots.upperBound...].hasPrefix(".") else {
            throw Refusal("--range: A...B is not understood: use A..B")
        }
        let (old, new) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        scope = .commits(
            included: [try names.resolve(new.isEmpty ? "HEAD" : new)],
            excluded: old.isEmpty ? [] : [try names.resolve(old)], oldest: .min)
    }

    /// - Parameter text: a date, a date with a time, or an age: `2025-01-31`, `2025-01-31T12:00:00Z`, `36h`.
    /// - Throws: `Refusal` for anything else.
    init(since text: String, in repository: Repository) throws {
        guard let oldest = PointInTime(text)?.seconds else {
            throw Refusal("--since: '\(text)' is neither a date (2025-01-31) nor an age (36h, 14d)")
        }
        let references = ReferenceList(repository, handles: DirectoryHandles()).references
        scope = .commits(included: references.compactMap(\.object), excluded: [], oldest: oldest)
    }

    /// The names of one repository.
    private struct Names {
        private let revision: Revision
        private let store: ObjectStore

        init(_ repository: Repository) {
            let handles = DirectoryHandles()
            store = ObjectStore(
                directories: repository.objectDirectories, format: repository.format, handles: handles)
            revision = Revision(repository, ReferenceList(repository, handles: handles), store: store)
        }

        func resolve(_ name: String) throws -> ObjectID {
            var reader = ObjectReader(store)
            guard let id = revision.resolve(Array(name.utf8), with: &reader) else {
                throw Refusal("--range: '\(name)' names no commit of this repository, or several")
            }
            return id
        }
    }
}
