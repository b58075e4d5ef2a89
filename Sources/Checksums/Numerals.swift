/// Numbers in positional digits, the highest first.
enum Numerals {
    /// Returns `number` in `width` digits, zeros in front; higher digits are left out.
    static func digits(_ number: UInt32, base: UInt32, width: Int, digit: (UInt8) -> UInt8) -> [UInt8] {
        var digits = [UInt8](repeating: 0, count: width)
        var rest = number
        for place in digits.indices.reversed() {
            digits[place] = digit(UInt8(rest % base))
            rest /= base
        }
        return digits
    }

    /// The number that all of `text` writes; `nil` if `value` does not know a byte, for no digits, or above 32 bits.
    ///
    /// - Precondition: `base` is at most 256.
    static func number(_ text: Span<UInt8>, base: UInt64, value: (UInt8) -> UInt8?) -> UInt32? {
        guard !text.isEmpty else { return nil }
        var number: UInt64 = 0
        for index in text.indices {
            guard let digit = value(text[index]) else { return nil }
            number = number * base + UInt64(digit)
            guard number <= UInt64(UInt32.max) else { return nil }
        }
        return UInt32(number)
    }
}
