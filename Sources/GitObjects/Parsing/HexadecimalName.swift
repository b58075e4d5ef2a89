extension ObjectID {
    /// The name that the hexadecimal digits from `start` on spell, upper or lower case.
    ///
    /// `nil` when there are too few digits for the format. What follows the digits is not looked at. Allocates nothing.
    init?(digitsOf text: Span<UInt8>, from start: Int, format: ObjectFormat) {
        let length = format.idLength
        guard start >= 0, start <= text.count, text.count - start >= 2 * length else { return nil }
        var raw = InlineArray<32, UInt8>(repeating: 0)
        for index in stride(from: 0, to: length, by: 4) {
            guard let four = Self.fourBytes(ofDigits: text.word(at: start + 2 * index)) else { return nil }
            for byte in 0..<4 { raw[index + byte] = UInt8(truncatingIfNeeded: four >> UInt64(16 * byte)) }
        }
        self.init(raw.span.extracting(0..<length), format: format)
    }

    /// What eight digits stand for, the first in the lowest place: four bytes, each with an unused one behind it.
    ///
    /// `nil` when one of them is no digit.
    private static func fourBytes(ofDigits digits: UInt64) -> UInt64? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let letters = digits >> 6 & ones
        let values = (digits & (0x0F * ones)) &+ 9 &* letters
        // Spelling the values must lead back to the digits, with letters in lower case.
        let aboveNine = (values &+ 6 * ones) >> 4 & ones
        let spelled = values &+ 0x30 * ones &+ 39 &* aboveNine
        guard values & (0xF0 * ones) == 0, spelled == digits | letters << 5 else { return nil }
        return values << 4 | values >> 8
    }
}
