/// Sorts the objects of a pack by their offsets.
///
/// A radix sort: an index names its objects in the order of their hashes, which is no order at all by offset, and
/// comparing costs several times as much.
enum OffsetOrder {
    private static let digitBits: UInt64 = 11

    /// Returns the indexes of `offsets`, in ascending order of offset; equal offsets stay in order.
    ///
    /// Complexity: O(n) for each 11 bits of the largest offset.
    static func ranks(by offsets: [UInt64]) -> [UInt32] {
        let largest = offsets.max() ?? 0
        guard largest >> 32 == 0 else { return ranks(byLarge: offsets, largest: largest) }
        // Offset and index in one number: what is sorted need not be looked up.
        var keys = offsets.indices.map { offsets[$0] << 32 | UInt64($0) }
        var other = keys
        var shift: UInt64 = 32
        while largest >> (shift - 32) > 0 {
            var starts = starts(of: keys, shift)
            for key in keys {
                let bucket = digit(key, shift)
                other[starts[bucket]] = key
                starts[bucket] += 1
            }
            swap(&keys, &other)
            shift += digitBits
        }
        return keys.map { UInt32(truncatingIfNeeded: $0) }
    }

    private static func ranks(byLarge offsets: [UInt64], largest: UInt64) -> [UInt32] {
        var order = offsets.indices.map { UInt32($0) }
        var other = order
        var shift: UInt64 = 0
        while shift < 64, largest >> shift > 0 {
            var starts = starts(of: offsets, shift)
            for rank in order {
                let bucket = digit(offsets[Int(rank)], shift)
                other[starts[bucket]] = rank
                starts[bucket] += 1
            }
            swap(&order, &other)
            shift += digitBits
        }
        return order
    }

    /// Where the numbers with each digit begin once they are in order of it.
    private static func starts(of numbers: [UInt64], _ shift: UInt64) -> [Int] {
        var starts = [Int](repeating: 0, count: (1 << Int(digitBits)) + 1)
        for number in numbers { starts[digit(number, shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        return starts
    }

    private static func digit(_ offset: UInt64, _ shift: UInt64) -> Int {
        Int(offset >> shift & ((1 << digitBits) - 1))
    }
}
