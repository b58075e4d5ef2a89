import Blobs

/// The public halves that a blob, a worker or a run has met: the least of each key, and no more than a limit.
///
/// What is kept does not depend on the order in which halves come, nor on who has met them: of each key the least half,
/// and of too many keys those with the least halves.
public struct PublicHalves: Sendable {
    /// The most keys that are kept: a hostile file can hold any number. A note takes about 150 bytes.
    public static let limit = 100_000

    private var halves: [PublicKeyDigest: PublicHalf] = [:]

    /// Whether there were more keys than are kept, so that pairs may be missing.
    public private(set) var isCut = false

    private let limit: Int

    public init(limit: Int = PublicHalves.limit) {
        self.limit = limit
    }

    public var isEmpty: Bool { halves.isEmpty }

    public var count: Int { halves.count }

    public mutating func insert(_ half: PublicHalf) {
        if let known = halves[half.digest], known < half { return }
        halves[half.digest] = half
        // Cut in lots, so that a cut costs little for each half.
        if halves.count >= 2 * limit { cut() }
    }

    public mutating func merge(_ other: PublicHalves) {
        if halves.isEmpty { halves = other.halves } else { for half in other.halves.values { insert(half) } }
        isCut = isCut || other.isCut
    }

    /// Keeps no more than the limit. Called once at the end, before pairs are looked for.
    ///
    /// Complexity: O(n log n) if there are too many.
    public mutating func cut() {
        guard halves.count > limit else { return }
        isCut = true
        let kept = halves.values.sorted().prefix(limit)
        halves = Dictionary(kept.map { ($0.digest, $0) }) { first, _ in first }
    }

    /// The half with this key; `nil` if none was met, or it was cut off.
    public subscript(digest: PublicKeyDigest) -> PublicHalf? { halves[digest] }

    /// The same halves under another name of the same file.
    public func renamed(to path: RawPath) -> PublicHalves {
        var result = self
        result.halves = halves.mapValues { $0.renamed(to: path) }
        return result
    }
}
