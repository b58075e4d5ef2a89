/// Which objects a pack has, and where: by name and by position, the order of their offsets.
///
/// 36 bytes an object with SHA-1, 48 with SHA-256. All of it is in memory: a mapped file that somebody cuts meanwhile
/// would end the process.
struct PackIndex: Sendable {
    let names: NameTable

    /// Ascending, by position.
    let offsets: [UInt64]

    /// The rank of the name, by position, and the other way round.
    private let ranks: [UInt32]
    private let positions: [UInt32]

    /// The hash at the end of the pack that the index was made for; empty when unknown.
    let packChecksum: [UInt8]

    /// - Parameters:
    ///   - names: in ascending order.
    ///   - offsets: one for each name, in their order.
    init(names: NameTable, offsets: [UInt64], packChecksum: [UInt8]) {
        precondition(names.count == offsets.count, "each name has an offset")
        self.names = names
        self.packChecksum = packChecksum
        let order = OffsetOrder.ranks(by: offsets)
        self.offsets = order.map { offsets[Int($0)] }
        var positions = [UInt32](repeating: 0, count: order.count)
        for (position, rank) in order.enumerated() { positions[Int(rank)] = UInt32(position) }
        self.positions = positions
        ranks = order
    }

    var count: Int { offsets.count }

    func id(at position: Int) -> ObjectID { names[Int(ranks[position])] }

    /// - Complexity: O(log n).
    func position(of name: Span<UInt8>) -> Int? {
        names.rank(of: name).map { Int(positions[$0]) }
    }

    /// The position of the object that begins at this offset; `nil` if none does.
    ///
    /// Deltas are mostly near their bases, so the search begins at `position` and takes growing steps back.
    ///
    /// Complexity: O(log n) in the distance.
    func position(at offset: UInt64, before position: Int) -> Int? {
        var high = position
        var step = 1
        var low = max(0, high - step)
        while low > 0, offsets[low] > offset {
            high = low
            step *= 2
            low = max(0, high - step)
        }
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < position && offsets[low] == offset ? low : nil
    }
}
