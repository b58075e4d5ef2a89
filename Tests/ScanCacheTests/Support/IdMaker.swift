@testable import ScanCache

/// Ids that look like hashes, the same in every run of a test.
struct IdMaker: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
