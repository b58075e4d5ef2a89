/// How a token writes the 32 bits of its check.
public enum CheckSpelling: Hashable, Sendable {
    /// Six digits of base 62.
    case base62
    /// Seven digits of base 36.
    case base36
    /// Eight hexadecimal digits in lower case.
    case hex
    /// Eight hexadecimal digits in capitals.
    case upperHex
    /// The bytes from the lowest to the highest, each as two hexadecimal digits in lower case.
    case littleEndianHex
    /// The bytes from the lowest to the highest in base64: six characters.
    case littleEndianBase64

    var width: Int {
        switch self {
        case .base62, .littleEndianBase64: 6
        case .base36: 7
        case .hex, .upperHex, .littleEndianHex: 8
        }
    }

    /// Returns `check` in `width` characters.
    func digits(_ check: UInt32) -> [UInt8] {
        switch self {
        case .base62: Base62.digits(check, width: width)
        case .base36: Base36.digits(check, width: width)
        case .hex: HexNumerals.digits(check, .lower)
        case .upperHex: HexNumerals.digits(check, .upper)
        case .littleEndianHex: HexNumerals.digits(check.byteSwapped, .lower)
        case .littleEndianBase64: Base64.encode(Self.bytes(check))
        }
    }

    /// The check that `text` writes; `nil` if it writes none. No two texts write the same.
    ///
    /// - Precondition: `text` has `width` bytes.
    func check(_ text: Span<UInt8>) -> UInt32? {
        switch self {
        case .base62: Base62.number(text)
        case .base36: Base36.number(text)
        case .hex: HexNumerals.number(text, .lower)
        case .upperHex: HexNumerals.number(text, .upper)
        case .littleEndianHex: HexNumerals.number(text, .lower)?.byteSwapped
        case .littleEndianBase64: Self.base64(text)
        }
    }

    /// From the lowest to the highest.
    static func bytes(_ check: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: check >> $0) }
    }

    /// Six characters hold 36 bits: the last four must be zero.
    private static func base64(_ text: Span<UInt8>) -> UInt32? {
        var bits: UInt64 = 0
        for index in text.indices {
            // The other alphabet's spelling of 62 and 63 is none of this one.
            guard text[index] != UInt8(ascii: "-"), text[index] != UInt8(ascii: "_"),
                let value = Base64.value(of: text[index])
            else { return nil }
            bits = bits << 6 | UInt64(value)
        }
        return bits & 15 == 0 ? UInt32(truncatingIfNeeded: bits >> 4).byteSwapped : nil
    }
}
