/// Numbers in the 36 digits 0–9, a–z.
public enum Base36 {
    /// Returns `number` in `width` digits, zeros in front; higher digits are left out.
    public static func digits(_ number: UInt32, width: Int) -> [UInt8] {
        Numerals.digits(number, base: 36, width: width) { value in
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
    }

    /// The number that all of `text` writes; `nil` for another byte, for no digits, or above 32 bits.
    public static func number(_ text: Span<UInt8>) -> UInt32? {
        Numerals.number(text, base: 36) { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
    }
}
