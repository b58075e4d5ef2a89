/// Numbers as git's binary files have them, most significant byte first.
enum BigEndian {
    /// - Precondition: four bytes follow.
    static func word32(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16 | UInt32(bytes[offset + 2]) << 8
            | UInt32(bytes[offset + 3])
    }

    /// - Precondition: eight bytes follow.
    static func word64(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        UInt64(word32(bytes, at: offset)) << 32 | UInt64(word32(bytes, at: offset + 4))
    }
}
