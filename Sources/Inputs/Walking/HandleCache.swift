// Which folders stay open, when only a few can.
//
// Closing a folder is cheap to undo when its parent is open, and dear when the nearest open ancestor is
// 50,000 levels up. So least-recently-used alone will not do: on the way up a deep chain the folders
// beside it would push out just those that are needed last and cost most. The policy is GreedyDual
// (N. Young, "The k-server dual and loose competitiveness for paging", Algorithmica 11, 1994):
//
//     an entry that is used:  priority = age + cost
//     to make room:           evict the lowest priority; age = that priority
//
// Equal costs make this least-recently-used in effect; a dear entry outlives cheap ones in proportion
// to its cost, and no entry stays for ever, because the age catches up with it.
//
// A folder that nobody can ask for any more is removed by `Directory.deinit`.

/// The open folders, by the number of their `Directory`. A plain value: the lock is around it.
struct HandleCache {
    private struct Entry {
        let id: UInt64
        let handle: OpenDirectory
        let cost: Int
        var priority: Int
    }

    private var entries: [Entry] = []
    private var age = 0
    private(set) var capacity: Int

    /// Below this the cache does not shrink: a worker's folder should outlast its next file.
    private static let leastCapacity = 8

    init(capacity: Int) {
        self.capacity = capacity
        entries.reserveCapacity(capacity)
    }

    var count: Int { entries.count }

    /// The open folder, or `nil` when it is not here.
    ///
    /// Complexity: O(capacity), a comparison of numbers each.
    mutating func handle(of id: UInt64) -> OpenDirectory? {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
        entries[index].priority = age + entries[index].cost
        return entries[index].handle
    }

    /// Keeps a folder open that took `cost` opens to reach from the nearest one that was open.
    ///
    /// - Returns: What it pushed out, to be closed by the caller after the lock is gone.
    mutating func insert(_ handle: OpenDirectory, of id: UInt64, cost: Int) -> OpenDirectory? {
        // Two workers can have opened one folder at once; the first stays.
        guard !entries.contains(where: { $0.id == id }) else { return nil }
        let evicted = entries.count >= capacity ? evictCheapest() : nil
        entries.append(Entry(id: id, handle: handle, cost: cost, priority: age + cost))
        return evicted
    }

    mutating func remove(_ id: UInt64) -> OpenDirectory? {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
        return removeEntry(at: index)
    }

    /// Gives up half of the open folders and keeps to that number from now on.
    mutating func shrink() -> [OpenDirectory] {
        let kept = entries.count / 2
        capacity = min(capacity, max(kept, Self.leastCapacity))
        return evict(downTo: kept)
    }

    mutating func evict(downTo kept: Int) -> [OpenDirectory] {
        var evicted: [OpenDirectory] = []
        while entries.count > kept, let handle = evictCheapest() {
            evicted.append(handle)
        }
        return evicted
    }

    private mutating func evictCheapest() -> OpenDirectory? {
        guard let index = entries.indices.min(by: { entries[$0].priority < entries[$1].priority }) else { return nil }
        age = max(age, entries[index].priority)
        return removeEntry(at: index)
    }

    private mutating func removeEntry(at index: Int) -> OpenDirectory {
        entries.swapAt(index, entries.count - 1)
        return entries.removeLast().handle
    }
}
