/// Counts the UTF-16 code units of a text as its UTF-8 goes by.
///
/// What is not UTF-8 counts as the replacement characters that decoding would put there: one for each maximal part of a
/// sequence that is cut off (Unicode, section 3.9, table 3-7).
struct UTF16Counter {
    /// Bytes that are looked at together: one letter that is not ASCII makes so many be counted one by one.
    private static let block = 256

    private(set) var count = 0

    // The sequence under way: how many bytes are to follow, what the next may be, and whether it has four in all.
    private var missing: UInt8 = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    private var isLong = false

    mutating func advance(over byte: UInt8) {
        if missing > 0, byte >= lowest, byte <= highest {
            missing -= 1
            (lowest, highest) = (0x80, 0xBF)
            // The second unit of a pair.
            if missing == 0, isLong { count += 1 }
            return
        }
        count += 1
        (lowest, highest, isLong) = (0x80, 0xBF, false)
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF:
            missing = 2
            if byte == 0xE0 { lowest = 0xA0 }
            if byte == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            missing = 3
            isLong = true
            if byte == 0xF0 { lowest = 0x90 }
            if byte == 0xF4 { highest = 0x8F }
        default: missing = 0
        }
    }

    /// Complexity: O(n), fast for blocks of ASCII, which are nearly everything.
    mutating func advance(over bytes: Span<UInt8>) {
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.block, bytes.count)
            // The loop has no exit, so that it compiles to SIMD.
            var all: UInt8 = 0
            for index in start..<end { all |= bytes[index] }
            if all < 0x80 {
                missing = 0
                count += end - start
            } else {
                for index in start..<end { advance(over: bytes[index]) }
            }
            start = end
        }
    }

    mutating func advance(overZeros number: Int) {
        missing = 0
        count += number
    }

    /// Moves over what `next` counted by itself, from bytes that do not begin inside a sequence.
    mutating func append(_ next: UTF16Counter) {
        let before = count
        self = next
        count += before
    }
}
