/// Numbers in eight hexadecimal digits of one case.
enum HexNumerals {
    enum Case { case lower, upper }

    static func digits(_ number: UInt32, _ letters: Case) -> [UInt8] {
        let first = letters == .lower ? UInt8(ascii: "a") : UInt8(ascii: "A")
        return Numerals.digits(number, base: 16, width: 8) { $0 < 10 ? UInt8(ascii: "0") + $0 : first + $0 - 10 }
    }

    /// The number that all of `text` writes; `nil` for a digit of the other case or another byte, or for no digits.
    static func number(_ text: Span<UInt8>, _ letters: Case) -> UInt32? {
        let first = letters == .lower ? UInt8(ascii: "a") : UInt8(ascii: "A")
        return Numerals.number(text, base: 16) { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case first...(first + 5): byte - first + 10
            default: nil
            }
        }
    }
}
