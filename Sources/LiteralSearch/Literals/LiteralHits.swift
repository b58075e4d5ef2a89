import CLiteralKernels

/// Room for the hits of a part of a text, used again for the next part.
///
/// For one worker. It grows to what the searcher needs, and then allocates nothing.
public struct LiteralHits: ~Copyable {
    private var storage: [kh_literal_hit] = []

    /// How many hits there are.
    public private(set) var count = 0

    public init() {}

    /// - Precondition: `index` lies in `0..<count`.
    public subscript(index: Int) -> LiteralHit {
        precondition(index < count, "no such hit")
        let hit = storage[index]
        return LiteralHit(index: hit.index, offset: hit.offset)
    }

    /// Replaces the hits by what `fill` writes into the room that it is given.
    mutating func refill(capacity: Int, _ fill: (UnsafeMutableBufferPointer<kh_literal_hit>) -> Int) {
        if storage.count < capacity {
            storage = Array(repeating: kh_literal_hit(), count: capacity)
        }
        // `fill` gets all of the storage, and says how much of it is hits.
        let filled = unsafe storage.withUnsafeMutableBufferPointer { unsafe fill($0) }
        precondition(filled <= storage.count, "more hits than there is room for")
        count = filled
    }

    /// For the naive searcher: replaces the hits.
    mutating func replace(with hits: [LiteralHit]) {
        storage = hits.map { kh_literal_hit(index: $0.index, offset: UInt32($0.offset)) }
        count = hits.count
    }
}
