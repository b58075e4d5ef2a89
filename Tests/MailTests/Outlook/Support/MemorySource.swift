import Blobs

/// A source in memory that gives a few bytes at a time, as a slow file may.
struct MemorySource {
    let bytes: [UInt8]
    var piece = Int.max

    /// Offsets from here on cannot be read.
    var failsFrom = Int.max

    func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        guard offset < failsFrom else { throw ByteSourceError(offset: offset, errorNumber: 5) }
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset, piece)
        for index in 0..<count { buffer[index] = bytes[offset + index] }
        return count
    }

    /// `ABCDEFGHIJKLMNOPQRST`-like bytes, different at every place of a sector.
    static func pattern(_ count: Int, seed: Int = 0) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: ($0 + seed) % 251 &* 7 &+ $0 >> 9) }
    }
}
