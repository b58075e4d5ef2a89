/// Cuts a stream of bits, high bits first, into groups of another size.
enum BitGroups {
    /// Returns all bits of `values`; zeros fill the last group.
    static func padded(_ values: [UInt8], from size: Int, to newSize: Int) -> [UInt8] {
        let (groups, rest, count) = cut(values, from: size, to: newSize)
        return count == 0 ? groups : groups + [UInt8(truncatingIfNeeded: rest << (newSize - count))]
    }

    /// Returns the whole groups in `values`; `nil` if the bits left over are as many as a value has, or not zero.
    static func regrouped(_ values: [UInt8], from size: Int, to newSize: Int) -> [UInt8]? {
        let (groups, rest, count) = cut(values, from: size, to: newSize)
        return count < size && rest == 0 ? groups : nil
    }

    /// The whole groups, the bits behind them, and how many these are.
    private static func cut(_ values: [UInt8], from size: Int, to newSize: Int) -> ([UInt8], Int, Int) {
        var groups: [UInt8] = []
        groups.reserveCapacity(values.count * size / newSize + 1)
        var (rest, count) = (0, 0)
        for value in values {
            rest = rest << size | Int(value)
            count += size
            while count >= newSize {
                count -= newSize
                groups.append(UInt8(truncatingIfNeeded: rest >> count))
                rest &= (1 << count) - 1
            }
        }
        return (groups, rest, count)
    }
}
