/// Numbers in bytes, the lowest byte first. `nil` if the bytes do not hold all of it.
extension [UInt8] {
    func word8(_ offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return Int(self[offset])
    }

    func word16(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    func word32(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16 | Int(self[offset + 3])
            << 24
    }

    func word64(_ offset: Int) -> UInt64? {
        guard let low = word32(offset), let high = word32(offset + 4) else { return nil }
        return UInt64(low) | UInt64(high) << 32
    }

    /// The stretch of `count` bytes at `offset`, or `nil` if the bytes end before.
    func stretch(_ offset: Int, _ length: Int) -> [UInt8]? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        return Array(self[offset..<offset + length])
    }
}
