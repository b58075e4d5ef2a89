/// Finds what a tree has that none of some other trees has at the same path.
///
/// For a commit and its parents: what the commit brought in. What a merge takes from either side is not new, what it
/// makes of both is.
public struct TreeDifference {
    /// An entry that is new.
    public struct Entry: Sendable {
        public let path: [UInt8]
        public let id: ObjectID
    }

    /// An entry of a tree that owns its name.
    private struct Item {
        let isTree: Bool
        let name: [UInt8]
        let id: ObjectID
    }

    /// Folders are not followed further down than this.
    private static let deepest = 4096

    private let format: ObjectFormat

    /// Trees, and what is wrong with them.
    public private(set) var failures: [(id: ObjectID, error: ObjectError)] = []

    public init(format: ObjectFormat) {
        self.format = format
    }

    /// - Parameters:
    ///   - tree: the tree whose entries are looked at.
    ///   - others: the trees that it is compared with; what is not there counts as empty.
    ///   - found: takes every blob that is new, in order of the trees: no commits of submodules.
    /// - Complexity: O(n) in the size of the trees that differ.
    public mutating func find(
        in tree: ObjectID, against others: [ObjectID], with reader: inout ObjectReader, found: (Entry) -> Void
    ) {
        var stack: [(tree: ObjectID, others: [ObjectID], path: [UInt8], depth: Int)] = [(tree, others, [], 0)]
        while let (tree, others, path, depth) = stack.popLast() {
            guard !others.contains(tree), let items = items(of: tree, with: &reader) else { continue }
            var known: [[UInt8]: [Item]] = [:]
            for other in others {
                for item in self.items(of: other, with: &reader) ?? [] { known[item.name, default: []].append(item) }
            }
            for item in items {
                let before = known[item.name] ?? []
                guard !before.contains(where: { $0.id == item.id && $0.isTree == item.isTree }) else { continue }
                let itemPath = path.isEmpty ? item.name : path + [UInt8(ascii: "/")] + item.name
                if item.isTree, depth < Self.deepest {
                    stack.append((item.id, before.filter(\.isTree).map(\.id), itemPath, depth + 1))
                } else {
                    found(Entry(path: itemPath, id: item.id))
                }
            }
        }
    }

    private mutating func items(of tree: ObjectID, with reader: inout ObjectReader) -> [Item]? {
        do throws(ObjectError) {
            guard try reader.read(tree) == .tree else { throw .corrupt("what should be a tree is none") }
        } catch {
            failures.append((tree, error))
            return nil
        }
        let (items, ending) = reader.withContent { content in
            var steps = TreeEntries(format: format)
            var items: [Item] = []
            while let entry = steps.next(in: content) {
                guard !entry.isGitlink else { continue }
                items.append(
                    Item(
                        isTree: entry.isTree, name: entry.name.map { content[$0] },
                        id: entry.id(in: content, format: format)))
            }
            return (items, steps.ending)
        }
        if case .broken = ending { failures.append((tree, .corrupt("a tree that cannot be read to its end"))) }
        return items
    }
}
