import Blobs
import Inputs

/// The tables of one git folder, the oldest first. A later one overrides those before it.
///
/// Format: git's Documentation/technical/reftable, "Layout".
struct ReftableStack {
    /// More than git leaves unmerged: it keeps a few dozen at most.
    static let tableLimit = 4096

    /// What all tables of a stack may take, in bytes.
    static let sizeLimit = 256 << 20

    /// What the names of a stack's references may take, and what its logs may when they are inflated, in bytes.
    static let contentLimit = 512 << 20

    private var tables: [(path: RawPath, table: Reftable)] = []
    private(set) var problems: [RepositoryProblem] = []

    /// Reads all tables that `tables.list` names. Git replaces tables while others read: then the list is read again.
    ///
    /// - Parameter folder: the git folder, with `reftable` in it. A linked worktree need not have one.
    init(_ folder: RawPath, format: ObjectFormat, handles: DirectoryHandles) {
        let place = folder.appending("reftable".utf8)
        for _ in 0..<5 {
            tables = []
            problems = []
            if load(place, format: format, handles: handles) { return }
        }
    }

    /// - Returns: `false` when a table is missing.
    private mutating func load(_ place: RawPath, format: ObjectFormat, handles: DirectoryHandles) -> Bool {
        let listPath = place.appending("tables.list".utf8)
        let list: [UInt8]
        do {
            guard let content = try RepositoryFile.readIfThere(listPath, handles: handles, limit: 1 << 20) else {
                return true
            }
            list = content
        } catch {
            note(listPath, "cannot be read")
            return true
        }
        let names = list.split(separator: UInt8(ascii: "\n"))
        if names.count > Self.tableLimit { note(listPath, "names too many tables") }
        var size = 0
        var isComplete = true
        for name in names.prefix(Self.tableLimit) {
            guard !name.contains(UInt8(ascii: "/")), !name.contains(0) else {
                note(listPath, "names something outside of its folder")
                continue
            }
            let path = place.appending(name)
            do {
                let bytes = try RepositoryFile.read(path, handles: handles, limit: Self.sizeLimit - size)
                size += bytes.count
                tables.append((path, try Reftable(bytes, format: format)))
            } catch let error as ReftableError {
                note(path, error.note)
            } catch {
                if error as? InputError == .vanished { isComplete = false }
                note(path, "cannot be read")
            }
        }
        return isComplete
    }

    /// The references that the stack amounts to, in no particular order.
    ///
    /// - Parameter prefix: comes before the names.
    ///
    /// Complexity: O(n) in the size of all tables.
    mutating func references(prefix: [UInt8]) -> [Reference] {
        var current: [[UInt8]: Reference] = [:]
        var budget = Self.contentLimit
        for (path, table) in tables {
            do {
                try table.references(budget: &budget) { name, target, peeled in
                    current[name] = target.map { Reference(name: prefix + name, target: $0, peeled: peeled) }
                }
            } catch {
                note(path, error.note)
            }
        }
        return Array(current.values)
    }

    /// Pushes the entries of all logs, those of later tables first; an entry that a later table deletes is left out.
    mutating func logs(prefix: [UInt8], into sink: (ReflogEntry) -> Void) {
        var deleted: Set<[UInt8]> = []
        var budget = Self.contentLimit
        for (path, table) in tables.reversed() {
            do {
                try table.logs(budget: &budget) { key, entry in
                    guard let entry else {
                        deleted.insert(key)
                        return
                    }
                    if !deleted.contains(key) { sink(entry.prefixed(prefix)) }
                }
            } catch {
                note(path, error.note)
            }
        }
    }

    private mutating func note(_ path: RawPath, _ note: String) {
        problems.append(RepositoryProblem(path: path, note: note))
    }
}
