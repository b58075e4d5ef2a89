/// Blocks that wait for their next use. For one worker.
struct BlockPool {
    /// More than this is given back to the system, in bytes.
    private static let keptBytes = 32 << 20
    private static let keptBlocks = 16

    private var free: [ByteBlock] = []
    private var freeBytes = 0

    /// A block of at least `count` bytes, and of not much more: a small object must not sit on a large block.
    ///
    /// Complexity: O(1); at most `keptBlocks` comparisons.
    mutating func take(_ count: Int) -> ByteBlock {
        let ceiling = max(64 << 10, count &* 4)
        // The next object may be a little larger; of large ones, there must not be room for more than one.
        let spare = count < Self.keptBytes / 4 ? count / 4 : 0
        var best = -1
        for index in free.indices {
            let capacity = free[index].capacity
            guard capacity >= count, capacity <= ceiling else { continue }
            if best < 0 || capacity < free[best].capacity { best = index }
        }
        guard best >= 0 else { return ByteBlock(capacity: max(4096, count + spare)) }
        free.swapAt(best, free.count - 1)
        let block = free.removeLast()
        freeBytes -= block.capacity
        return block
    }

    /// Takes back a block whose bytes nobody reads any more.
    mutating func give(_ block: ByteBlock) {
        guard block.capacity <= Self.keptBytes / 2 else { return }
        while !free.isEmpty, free.count >= Self.keptBlocks || freeBytes + block.capacity > Self.keptBytes {
            freeBytes -= free.removeFirst().capacity
        }
        freeBytes += block.capacity
        free.append(block)
    }
}
