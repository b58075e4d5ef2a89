/// The ids of objects in which nothing was found under one set of rules: sorted, each once, in one array.
public struct KnownObjects: Sendable {
    /// Bytes of one id: 20 or 32.
    public var idLength: Int { ids.idLength }

    /// How many ids there are.
    public var count: Int { ids.count }

    /// Segments of the cache that were not as they were written. Their ids are not in here; those objects are scanned
    /// again.
    public let damagedSegments: Int

    /// How many ids can be counted here: 40 GB of them.
    static let mostIds = Int(Int32.max)

    let ids: SortedIds

    /// For each value of the first two bytes, how many ids are below it; and behind them the number of all ids.
    private let fanOut: [Int32]

    /// Takes ids that come one behind the other, in any order and any number of times.
    ///
    /// Complexity: O(n log n)
    /// - Precondition: `ids` holds whole ids, and `idLength` is 20 or 32.
    public init(_ ids: [UInt8], idLength: Int) {
        precondition(idLength == 20 || idLength == 32, "an id has 20 or 32 bytes")
        self.init(SortedIds(sorting: ids, idLength: idLength))
    }

    /// Complexity: O(n)
    ///
    /// - Precondition: no more than `mostIds`.
    init(_ ids: SortedIds, damagedSegments: Int = 0) {
        precondition(ids.count <= Self.mostIds, "more ids than can be counted here")
        self.ids = ids
        self.damagedSegments = damagedSegments
        var fanOut = [Int32](repeating: 0, count: ids.count == 0 ? 0 : 65_537)
        let all = ids.bytes.span
        var filled = 0
        for index in 0..<ids.count {
            let bucket = Int(all.bigEndianWord(at: index * ids.idLength) >> 48)
            while filled <= bucket {
                fanOut[filled] = Int32(index)
                filled += 1
            }
        }
        while filled < fanOut.count {
            fanOut[filled] = Int32(ids.count)
            filled += 1
        }
        self.fanOut = fanOut
    }

    /// Whether nothing was found in the object of this id. An id of another length is never known.
    ///
    /// Complexity: O(log n), and for hashes, which are spread evenly, the logarithm of n / 65,536.
    public func contains(_ id: Span<UInt8>) -> Bool {
        guard id.count == ids.idLength, !fanOut.isEmpty else { return false }
        let all = ids.bytes.span
        let bucket = Int(id.bigEndianWord(at: 0) >> 48)
        var low = Int(fanOut[bucket])
        var high = Int(fanOut[bucket + 1])
        while low < high {
            let middle = low + (high - low) / 2
            let order = IdOrder.compare(all, at: middle * ids.idLength, id, at: 0, length: ids.idLength)
            if order == 0 { return true }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// Whether nothing was found in the object of this id. An id of another length is never known.
    public func contains(_ id: [UInt8]) -> Bool {
        contains(id.span)
    }
}
