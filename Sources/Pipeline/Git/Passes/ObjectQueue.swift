import GitObjects
import Synchronization

/// Hands the objects of a store out to workers: trees of deltas in packs, and loose objects.
final class ObjectQueue: Sendable {
    /// Some roots of one pack, or some loose objects.
    enum Lot {
        /// Positions in the list of roots that this queue was made with.
        case roots(pack: Int, Range<Int>)
        case loose(Range<Int>)
    }

    /// How many roots, or loose objects, a worker takes at once.
    private static let size = 32

    private let lots: [Lot]
    private let next = Atomic<Int>(0)

    /// - Parameters:
    ///   - rootCounts: for each pack, how many roots there are to do.
    ///   - looseCount: how many loose objects.
    init(rootCounts: [Int], looseCount: Int) {
        var lots: [Lot] = []
        for (pack, count) in rootCounts.enumerated() {
            lots += Self.ranges(count).map { .roots(pack: pack, $0) }
        }
        self.lots = lots + Self.ranges(looseCount).map { .loose($0) }
    }

    func take() -> Lot? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < lots.count ? lots[index] : nil
    }

    private static func ranges(_ count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
