// Unsafe code: one load, inside of a span that checks its offset.

extension Span<UInt8> {
    /// Eight bytes, the first in the lowest place.
    ///
    /// - Precondition: all of them are inside of the span.
    func word(at start: Int) -> UInt64 {
        // The span checks the bounds, and any eight bytes are a number.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    /// Where a byte comes first, from `start` on; the span's length if it does not.
    ///
    /// Complexity: O(n) in the distance, eight bytes at once.
    func position(of byte: UInt8, from start: Int) -> Int {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index <= count - 8 {
            let difference = word(at: index) ^ pattern
            // The highest bit of each byte that is zero, and perhaps of some behind the first one.
            let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
            if zeros != 0 { return index + (zeros.trailingZeroBitCount >> 3) }
            index += 8
        }
        while index < count, self[index] != byte { index += 1 }
        return index
    }
}

extension [UInt8] {
    /// Whether this text comes before another one, byte by byte: the order in which git sorts names.
    ///
    /// Complexity: O(n) in the length of what they have in common, eight bytes at once.
    func precedes(_ other: [UInt8]) -> Bool {
        let left = span
        let right = other.span
        let common = Swift.min(left.count, right.count)
        var index = 0
        while index <= common - 8 {
            let words = (left.word(at: index).byteSwapped, right.word(at: index).byteSwapped)
            if words.0 != words.1 { return words.0 < words.1 }
            index += 8
        }
        while index < common {
            if left[index] != right[index] { return left[index] < right[index] }
            index += 1
        }
        return left.count < right.count
    }
}
