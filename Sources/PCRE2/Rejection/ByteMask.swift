/// A set of byte values, made for set operations: what one item of a pattern matches.
struct ByteMask: Sendable, Hashable {
    private var words: SIMD4<UInt64>

    private init(words: SIMD4<UInt64>) {
        self.words = words
    }

    init(_ members: some Sequence<UInt8>) {
        words = .zero
        for byte in members { insert(byte) }
    }

    static let none = ByteMask(words: .zero)
    static let all = ByteMask(words: ~.zero)
    static let lineFeed = ByteMask([0x0A])

    /// Digits, ASCII letters and the underscore: `\w`.
    static let word = ByteMask("0"..."9", "A"..."Z", "a"..."z", "_"..."_")

    /// ASCII bytes of several ranges.
    init(_ ranges: ClosedRange<Unicode.Scalar>...) {
        words = .zero
        for range in ranges {
            for value in range.lowerBound.value...range.upperBound.value { insert(UInt8(truncatingIfNeeded: value)) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
    }

    var isEmpty: Bool { words == .zero }

    mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    func union(_ other: ByteMask) -> ByteMask { ByteMask(words: words | other.words) }
    func intersection(_ other: ByteMask) -> ByteMask { ByteMask(words: words & other.words) }
    func subtracting(_ other: ByteMask) -> ByteMask { ByteMask(words: words & ~other.words) }
    var complement: ByteMask { ByteMask(words: ~words) }

    func intersects(_ other: ByteMask) -> Bool { words & other.words != .zero }

    /// The set with the other case of each of its ASCII letters.
    var withBothCases: ByteMask {
        // Letters are the bits 1...26 (upper) and 33...58 (lower) of the second word.
        let letters = words[1]
        var result = self
        result.words[1] |= (letters & 0x07FF_FFFE) << 32 | (letters >> 32) & 0x07FF_FFFE
        return result
    }
}
