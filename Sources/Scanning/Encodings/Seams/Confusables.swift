/// Signs that a reader does not see, or takes for signs of ASCII.
///
/// Sources: The Unicode Standard, the character database for names and widths, and Unicode Technical Standard 39,
/// "Unicode Security Mechanisms", of whose confusables those are here that look like letters and digits of tokens.
enum Confusables {
    /// ZERO WIDTH SPACE, NON-JOINER and JOINER, WORD JOINER, ZERO WIDTH NO-BREAK SPACE (the byte order mark), SOFT
    /// HYPHEN.
    private static let invisible: Set<UInt32> = [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD]

    /// Letters of Greek and Cyrillic.
    private static let letters: [UInt32: UInt8] = {
        let pairs: [(UInt32, Character)] = [
            // Greek.
            (0x0391, "A"), (0x0392, "B"), (0x0395, "E"), (0x0396, "Z"), (0x0397, "H"), (0x0399, "I"), (0x039A, "K"),
            (0x039C, "M"), (0x039D, "N"), (0x039F, "O"), (0x03A1, "P"), (0x03A4, "T"), (0x03A5, "Y"), (0x03A7, "X"),
            (0x03B1, "a"), (0x03B9, "i"), (0x03BD, "v"), (0x03BF, "o"), (0x03C1, "p"), (0x03C5, "u"), (0x03F2, "c"),
            (0x03F3, "j"), (0x03F9, "C"), (0x037F, "J"),
            // Cyrillic.
            (0x0410, "A"), (0x0412, "B"), (0x0415, "E"), (0x041A, "K"), (0x041C, "M"), (0x041D, "H"), (0x041E, "O"),
            (0x0420, "P"), (0x0421, "C"), (0x0422, "T"), (0x0425, "X"), (0x0405, "S"), (0x0406, "I"), (0x0408, "J"),
            (0x04AE, "Y"), (0x04C0, "I"), (0x0430, "a"), (0x0435, "e"), (0x043E, "o"), (0x0440, "p"), (0x0441, "c"),
            (0x0443, "y"), (0x0445, "x"), (0x0455, "s"), (0x0456, "i"), (0x0458, "j"), (0x04BB, "h"), (0x0501, "d"),
            (0x051B, "q"), (0x051D, "w"), (0x04CF, "l"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.compactMap { pair in pair.1.asciiValue.map { (pair.0, $0) } })
    }()

    /// The sign at a place: how many bytes it takes in UTF-8, and what it looks like, `nil` if like nothing at all.
    ///
    /// - Returns: `nil` for every other sign.
    static func sign(at start: Int, in text: Span<UInt8>) -> (length: Int, replacement: UInt8?)? {
        guard let (scalar, length) = scalar(at: start, in: text) else { return nil }
        if invisible.contains(scalar) { return (length, nil) }
        return lookalike(scalar).map { (length, $0) }
    }

    /// What a scalar looks like in a token.
    private static func lookalike(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xFF01...0xFF5E:
            // Fullwidth forms of 0x21 to 0x7E.
            let byte = UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21)
            return SeamScanner.isToken(byte) ? byte : nil
        case 0x1D400...0x1D6A3:
            // Alphabets in thirteen styles, each of 52 letters. Those that are not assigned are looked like by nothing.
            let index = (scalar - 0x1D400) % 52
            return UInt8(truncatingIfNeeded: index < 26 ? 0x41 + index : 0x61 + index - 26)
        case 0x1D7CE...0x1D7FF:
            // Digits in five styles.
            return UInt8(truncatingIfNeeded: 0x30 + (scalar - 0x1D7CE) % 10)
        default: return letters[scalar]
        }
    }

    /// The scalar that begins at a place; `nil` if the bytes are not UTF-8, or ASCII.
    private static func scalar(at start: Int, in text: Span<UInt8>) -> (value: UInt32, length: Int)? {
        let lead = text[start]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead), start + length <= text.count else { return nil }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for position in start + 1..<start + length {
            guard text[position] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(text[position] & 0x3F)
        }
        return (value, length)
    }
}
