/// The checksum Marvin32 of Microsoft: `lib/marvin32.c` of microsoft/SymCrypt, from whose self-test the vectors are.
///
/// Two words start as the halves of the seed. Each word of input, lowest byte first, is added to the one and mixed
/// into both; the end is marked by a byte 0x80 behind the last bytes, and mixed twice.
public enum Marvin32 {
    /// Both words of the state, the second in the high half.
    ///
    /// - Complexity: O(*n*), without allocation.
    static func state(of bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
        var low = UInt32(truncatingIfNeeded: seed)
        var high = UInt32(truncatingIfNeeded: seed >> 32)
        var (word, shift) = (UInt32(0), UInt32(0))
        for index in bytes.indices {
            word |= UInt32(bytes[index]) << shift
            shift += 8
            if shift == 32 {
                low &+= word
                mix(&low, &high)
                (word, shift) = (0, 0)
            }
        }
        low &+= word | 0x80 << shift
        mix(&low, &high)
        mix(&low, &high)
        return UInt64(high) << 32 | UInt64(low)
    }

    /// The two words folded into one, as keys carry it.
    public static func checksum(of bytes: Span<UInt8>, seed: UInt64) -> UInt32 {
        let state = state(of: bytes, seed: seed)
        return UInt32(truncatingIfNeeded: state) ^ UInt32(truncatingIfNeeded: state >> 32)
    }

    private static func mix(_ low: inout UInt32, _ high: inout UInt32) {
        high ^= low
        low = rotated(low, 20) &+ high
        high = rotated(high, 9) ^ low
        low = rotated(low, 27) &+ high
        high = rotated(high, 19)
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
