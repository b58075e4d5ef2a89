/// Numbers in the 62 digits 0–9, A–Z, a–z, in this order.
public enum Base62 {
    /// Returns `number` in `width` digits, zeros in front; higher digits are left out.
    public static func digits(_ number: UInt32, width: Int) -> [UInt8] {
        var digits = [UInt8](repeating: UInt8(ascii: "0"), count: width)
        var rest = number
        for place in digits.indices.reversed() {
            digits[place] = digit(UInt8(rest % 62))
            rest /= 62
        }
        return digits
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<10: UInt8(ascii: "0") + value
        case 10..<36: UInt8(ascii: "A") + value - 10
        default: UInt8(ascii: "a") + value - 36
        }
    }
}
