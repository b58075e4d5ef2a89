/// The cyclic redundancy check of ISO 3309 and gzip (RFC 1952, section 8): reflected, polynomial 0xEDB88320.
public enum CRC32 {
    /// The check value of `bytes`; that of "123456789" is 0xCBF43926.
    ///
    /// - Complexity: O(*n*), without allocation.
    public static func checksum(of bytes: Span<UInt8>) -> UInt32 {
        var value: UInt32 = ~0
        for index in bytes.indices {
            value ^= UInt32(bytes[index])
            for _ in 0..<8 { value = (value >> 1) ^ (0xEDB8_8320 & (0 &- (value & 1))) }
        }
        return ~value
    }
}
