/// The directory of a compound file: storages and streams as a tree ([MS-CFB] section 2.6).
///
/// The children of a storage are a binary tree of siblings. Damaged trees are read as far as they go; each entry
/// counts once, so a tree with a cycle ends. What no storage leads to is still there, without a parent.
struct CompoundDirectory {
    /// How many entries are kept: 32 MiB of directory.
    static let mostEntries = 1 << 18

    /// How many storages stand in each other at most.
    static let mostLevels = 256

    /// By their number; `nil` where one is unused.
    private(set) var entries: [CompoundEntry?] = []

    /// For each entry the storage that holds it: 0 is the root, -1 if nothing leads to it.
    private(set) var parents: [Int] = []

    /// For each storage with children their numbers, in the order of the tree.
    private(set) var children: [Int: [Int]] = [:]

    /// - Throws: `.malformed` if there is no root.
    init(_ bytes: [UInt8], isVersion3: Bool) throws(OutlookError) {
        let count = min(bytes.count / CompoundEntry.size, Self.mostEntries)
        entries.reserveCapacity(count)
        for index in 0..<count {
            entries.append(CompoundEntry(bytes, at: index * CompoundEntry.size, isVersion3: isVersion3))
        }
        guard let root = entries.first, let root, root.kind == .root else { throw OutlookError(.malformed, at: 48) }
        parents = [Int](repeating: -1, count: count)
        placeAll()
    }

    /// Walks the tree with a stack of its own, since its depth is the file's choice.
    private mutating func placeAll() {
        var storages = [(entry: 0, level: 0)]
        var placed = [Bool](repeating: false, count: entries.count)
        placed[0] = true
        while let (storage, level) = storages.popLast() {
            guard level < Self.mostLevels, let owner = entries[storage] else { continue }
            var found: [Int] = []
            var open: [Int] = []
            var next = owner.child
            while true {
                while next < entries.count, !placed[next], let entry = entries[next], entry.kind != .root {
                    placed[next] = true
                    open.append(next)
                    next = entry.left
                }
                guard let sibling = open.popLast(), let entry = entries[sibling] else { break }
                found.append(sibling)
                parents[sibling] = storage
                if entry.kind == .storage { storages.append((sibling, level + 1)) }
                next = entry.right
            }
            if !found.isEmpty { children[storage] = found }
        }
    }
}
