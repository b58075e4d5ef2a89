/// The cyclic redundancy check of iSCSI (RFC 3720, appendix B.4), Castagnoli's: reflected, polynomial 0x82F63B78.
public enum CRC32C {
    /// The check value of `bytes`; that of "123456789" is 0xE3069283.
    ///
    /// - Complexity: O(*n*), without allocation.
    public static func checksum(of bytes: Span<UInt8>) -> UInt32 {
        var value: UInt32 = ~0
        for index in bytes.indices {
            value ^= UInt32(bytes[index])
            for _ in 0..<8 { value = (value >> 1) ^ (0x82F6_3B78 & (0 &- (value & 1))) }
        }
        return ~value
    }
}
