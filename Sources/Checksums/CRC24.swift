/// The cyclic redundancy check of OpenPGP's armour: RFC 9580, section 6.1.
public enum CRC24 {
    /// The check value of `bytes`; that of "123456789" is 0x21CF02.
    ///
    /// - Complexity: O(*n*), without allocation.
    public static func checksum(of bytes: Span<UInt8>) -> UInt32 {
        var value: UInt32 = 0xB7_04CE
        for index in bytes.indices {
            value ^= UInt32(bytes[index]) << 16
            for _ in 0..<8 { value = value & 0x80_0000 == 0 ? value << 1 : value << 1 ^ 0x186_4CFB }
        }
        return value & 0xFF_FFFF
    }
}
