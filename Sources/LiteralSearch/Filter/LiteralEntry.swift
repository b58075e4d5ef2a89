import CLiteralKernels

/// A literal, ready to be compared with eight bytes of text at once.
struct LiteralEntry {
    /// How many bytes are compared at once.
    static let head = 8

    private let literal: Literal
    private let index: Int
    private let offset: Int
    var isLast = false

    /// - Parameter offset: how far its window begins behind its first byte.
    init(_ literal: Literal, index: Int, offset: Int) {
        self.literal = literal
        self.index = index
        self.offset = offset
    }

    /// The bytes behind the first eight, in lower case if case does not count.
    var tail: [UInt8] {
        let tail = literal.bytes.dropFirst(Self.head)
        return literal.ignoresCase ? tail.map(asciiLowercase) : Array(tail)
    }

    /// - Parameter tail: where the tail is among those of all entries.
    func kernelEntry(tail: Int) -> kh_entry {
        var (value, mask): (UInt64, UInt64) = (0, 0)
        for (place, byte) in literal.bytes.prefix(Self.head).enumerated() {
            let bits: UInt8 = literal.ignoresCase && isASCIILetter(byte) ? 0xDF : 0xFF
            value |= UInt64(byte & bits) << UInt64(8 * place)
            mask |= UInt64(bits) << UInt64(8 * place)
        }
        return kh_entry(
            value: value, mask: mask, literal: UInt32(index), length: UInt32(literal.bytes.count), tail: UInt32(tail),
            offset: UInt8(offset), ignores_case: literal.ignoresCase ? 1 : 0, is_last: isLast ? 1 : 0, reserved: 0)
    }
}
