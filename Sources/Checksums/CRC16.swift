/// The cyclic redundancy check of XMODEM (ITU-T V.41): polynomial 0x1021, start 0, not reflected.
public enum CRC16 {
    /// The check value of `bytes`; that of "123456789" is 0x31C3.
    ///
    /// - Complexity: O(*n*), without allocation.
    public static func checksum(of bytes: Span<UInt8>) -> UInt16 {
        var value: UInt16 = 0
        for index in bytes.indices {
            value ^= UInt16(bytes[index]) << 8
            for _ in 0..<8 { value = value & 0x8000 == 0 ? value << 1 : value << 1 ^ 0x1021 }
        }
        return value
    }
}
