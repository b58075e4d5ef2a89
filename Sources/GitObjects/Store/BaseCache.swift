/// Objects of packs that were made, for those that are deltas to them. For one worker.
struct BaseCache {
    struct Key: Hashable {
        let pack: Int
        let position: Int

        init(_ link: DeltaWay.Link) {
            pack = link.pack
            position = link.position
        }
    }

    private struct Entry {
        let object: ObjectReader.Object
        var wasUsed: Bool
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]

    /// Keys in the order in which they came; those in front of `first` are gone.
    private var queue: [Key] = []
    private var first = 0
    private var bytes = 0

    /// - Parameter limit: memory to take, in bytes.
    init(limit: Int) {
        self.limit = limit
    }

    mutating func object(_ key: Key) -> ObjectReader.Object? {
        guard let index = entries.index(forKey: key) else { return nil }
        entries.values[index].wasUsed = true
        return entries.values[index].object
    }

    /// Keeps an object, unless it would take much of the room. The oldest go, but each that was used stays for a round.
    mutating func insert(_ object: ObjectReader.Object, _ key: Key) {
        guard object.block.capacity <= limit / 4, entries[key] == nil else { return }
        entries[key] = Entry(object: object, wasUsed: false)
        queue.append(key)
        bytes += object.block.capacity
        while bytes > limit { evict() }
    }

    private mutating func evict() {
        let key = queue[first]
        first += 1
        if first > 1024, first > queue.count / 2 {
            queue.removeFirst(first)
            first = 0
        }
        guard let entry = entries[key] else { return }
        if entry.wasUsed {
            entries[key]?.wasUsed = false
            queue.append(key)
        } else {
            entries[key] = nil
            bytes -= entry.object.block.capacity
        }
    }
}
