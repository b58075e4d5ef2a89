/// A set of byte values.
struct ByteSet: Hashable, Sendable {
    /// Bit b % 64 of word b / 64 stands for byte b.
    private var words: SIMD4<UInt64> = .zero

    mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
    }

    /// Every byte that is not in this set.
    var complement: ByteSet {
        var other = ByteSet()
        other.words = ~words
        return other
    }
}
