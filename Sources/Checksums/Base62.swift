/// Numbers in the 62 digits 0–9, A–Z, a–z, in this order.
public enum Base62 {
    /// Returns `number` in `width` digits, zeros in front; higher digits are left out.
    public static func digits(_ number: UInt32, width: Int) -> [UInt8] {
        Numerals.digits(number, base: 62, width: width, digit: digit(_:))
    }

    /// The number that all of `text` writes; `nil` for another byte, for no digits, or above 32 bits.
    static func number(_ text: Span<UInt8>) -> UInt32? {
        Numerals.number(text, base: 62, value: value(of:))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<10: UInt8(ascii: "0") + value
        case 10..<36: UInt8(ascii: "A") + value - 10
        default: UInt8(ascii: "a") + value - 36
        }
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 36
        default: nil
        }
    }
}
