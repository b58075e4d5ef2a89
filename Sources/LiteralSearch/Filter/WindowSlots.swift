import CLiteralKernels

/// The windows of one length by hash: a bit for each hash that occurs, and for each slot the entries to compare with.
struct WindowSlots {
    private(set) var bits = [UInt8](repeating: 0, count: 1 << (KH_HASH_BITS - 3))
    private(set) var slots = [UInt32](repeating: 0, count: 1 << KH_SLOT_BITS)

    /// The most entries of a slot.
    private(set) var mostEntries = 0

    /// Appends the entries of `windows` to `entries`, those of a slot behind each other.
    ///
    /// - Parameter members: indexes of windows.
    init(_ members: [Int], of windows: [LiteralWindow], literals: [Literal], into entries: inout [LiteralEntry]) {
        let shift = KH_HASH_BITS - KH_SLOT_BITS
        // By hash, then by index: two numbers in one.
        let hashes = members.map { UInt64(windows[$0].hash) << 32 | UInt64($0) }.sorted().map {
            (window: Int($0 & 0xFFFF_FFFF), hash: Int($0 >> 32))
        }
        var first = 0
        while first < hashes.count {
            let slot = hashes[first].hash >> shift
            slots[slot] = UInt32(entries.count)
            var end = first
            while end < hashes.count, hashes[end].hash >> shift == slot {
                let (window, hash) = hashes[end]
                bits[hash >> 3] |= 1 << UInt8(hash & 7)
                entries.append(LiteralEntry(literals[window], index: window, offset: windows[window].offset))
                end += 1
            }
            entries[entries.count - 1].isLast = true
            mostEntries = max(mostEntries, end - first)
            first = end
        }
    }

    /// A bit for each hash that the first three bytes of a window have.
    static func beginnings(of windows: [LiteralWindow]) -> [UInt8] {
        var bits = [UInt8](repeating: 0, count: 1 << (KH_HASH_BITS - 3))
        for window in windows {
            let hash = LiteralWindow.hash(window.bytes.prefix(3))
            bits[hash >> 3] |= 1 << UInt8(hash & 7)
        }
        return bits
    }
}
