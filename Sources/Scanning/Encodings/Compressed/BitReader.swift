/// Reads the bits of a stream as deflate packs them, lowest first (RFC 1951, section 3.1.1).
struct BitReader {
    private let bytes: [UInt8]
    private var position: Int

    /// Bits of `position` less one that were not taken yet, and how many.
    private var word: UInt32 = 0
    private var count = 0

    /// - Parameter start: the offset of the byte that reading begins with.
    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        position = start
    }

    /// How many bits lie in front of what comes next, from the first of `bytes` on.
    var offset: Int { 8 * position - count }

    /// The next bits as a number, at most 16 of them; `nil` if the bytes end before.
    mutating func take(_ wanted: Int) -> Int? {
        while count < wanted {
            guard position < bytes.count else { return nil }
            word |= UInt32(bytes[position]) << UInt32(count)
            position += 1
            count += 8
        }
        defer {
            word >>= UInt32(wanted)
            count -= wanted
        }
        return Int(word & (1 << UInt32(wanted) - 1))
    }

    /// Leaves out what is left of a byte that was begun.
    mutating func alignToByte() {
        // Never more than seven bits are left of those that were loaded: each call loads what it needs.
        (word, count) = (0, 0)
    }
}
