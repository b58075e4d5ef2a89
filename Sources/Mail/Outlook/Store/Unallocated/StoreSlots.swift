/// Which slots of a stretch of a store are in use: one bit for each.
struct StoreSlots {
    let start: Int
    private let slotSize: Int
    private let count: Int
    private var words: [UInt64]

    init(_ range: Range<Int>, slotSize: Int) {
        start = range.lowerBound
        self.slotSize = slotSize
        count = (range.count + slotSize - 1) / slotSize
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// Marks the slots that bytes of the file touch.
    mutating func use(_ offset: Int, _ size: Int) {
        guard size > 0, offset < start + count * slotSize, offset + size > start else { return }
        let first = max(0, offset - start) / slotSize
        let last = min(count - 1, (offset + size - 1 - start) / slotSize)
        guard first <= last else { return }
        for slot in first...last { words[slot >> 6] |= 1 << UInt64(slot & 63) }
    }

    /// The first stretch that is not in use at or behind an offset of the file; `nil` if there is none.
    func unused(from offset: Int) -> Range<Int>? {
        var slot = max(0, offset - start + slotSize - 1) / slotSize
        while slot < count, isUsed(slot) {
            slot += slot & 63 == 0 && words[slot >> 6] == .max ? 64 : 1
        }
        guard slot < count else { return nil }
        var end = slot + 1
        while end < count, !isUsed(end) {
            end += end & 63 == 0 && words[end >> 6] == 0 ? 64 : 1
        }
        return start + slot * slotSize..<start + min(end, count) * slotSize
    }

    private func isUsed(_ slot: Int) -> Bool { words[slot >> 6] >> UInt64(slot & 63) & 1 == 1 }
}
