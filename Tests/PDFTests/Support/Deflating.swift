/// Streams of RFC 1950 that hold their bytes as they are.
enum Deflating {
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let count = min(bytes.count - start, 0xFFFF)
            let isLast = start + count == bytes.count
            let (low, high) = (UInt8(count & 0xFF), UInt8(count >> 8))
            result += [isLast ? 1 : 0, low, high, ~low, ~high]
            result += bytes[start..<start + count]
            start += count
        } while start < bytes.count
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        let checksum = b << 16 | a
        return result + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: checksum >> $0) }
    }
}
