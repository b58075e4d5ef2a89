import RuleCompilation

@testable import ScanCache

/// Ids that look like hashes, the same in every run of a test.
struct IdMaker: RandomNumberGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            var word = next()
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// So many ids, one behind the other.
    mutating func ids(_ count: Int, idLength: Int = 20) -> [UInt8] { bytes(count * idLength) }
}

/// Each id by itself.
func split(_ ids: [UInt8], idLength: Int = 20) -> Set<[UInt8]> {
    Set(stride(from: 0, to: ids.count, by: idLength).map { Array(ids[$0..<$0 + idLength]) })
}

extension KnownObjects {
    /// Each id by itself.
    var all: Set<[UInt8]> { split(ids.bytes, idLength: idLength) }
}
