/// The 40 symbols of a candidate, each as its base64 value (0…63).
struct SecretKeySymbols {
    static let count = 40

    private(set) var values = InlineArray<40, UInt8>(repeating: 0)

    /// `nil` if the range has not 40 bytes, or one of them is outside `A-Z a-z 0-9 + /`.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == Self.count else { return nil }
        for i in 0..<Self.count {
            let value = Self.value(bytes[range.lowerBound + i])
            guard value < 64 else { return nil }
            values[i] = value
        }
    }

    subscript(_ index: Int) -> Int { Int(values[index]) }

    /// The base64 value of a byte (RFC 4648, section 4), or 64 if it has none.
    static func value(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: 64
        }
    }

    /// The class of a symbol: 0 upper case, 1 lower case, 2 digit, 3 `+` or `/`.
    static func characterClass(_ symbol: Int) -> Int {
        symbol < 26 ? 0 : symbol < 52 ? 1 : symbol < 62 ? 2 : 3
    }
}
