/// The codes of a composite font (ISO 32000-2, 9.7): one to four bytes each.
struct CompositeCodes: Sendable {
    struct Code {
        let value: UInt32
        let length: Int
    }

    /// How codes are told from each other, and what they are without a map to text.
    enum Coding: Sendable {
        /// Two bytes, the number of a glyph: no text.
        case glyphs

        /// Two bytes, UTF-16.
        case utf16

        /// One byte of ASCII, or two of another character set.
        case mixed

        /// As a map in the file says.
        case mapped(CMap)
    }

    let coding: Coding
    let toUnicode: CMap?
    let widths: GlyphWidths

    func next(in string: [UInt8], at index: Int) -> Code {
        switch coding {
        case .glyphs, .utf16: return code(string, index, 2)
        case .mixed: return code(string, index, string[index] < 0x80 ? 1 : 2)
        case .mapped(let map):
            var value: UInt32 = 0
            for length in 1...min(4, string.count - index) {
                value = value << 8 | UInt32(string[index + length - 1])
                if map.codeRanges.contains(where: { $0.length == length && $0.contains(value) }) {
                    return Code(value: value, length: length)
                }
            }
            return code(string, index, map.codeRanges.map(\.length).min() ?? 2)
        }
    }

    private func code(_ string: [UInt8], _ index: Int, _ length: Int) -> Code {
        let length = min(length, string.count - index)
        return Code(value: string[index..<index + length].reduce(0) { $0 << 8 | UInt32($1) }, length: length)
    }

    func width(_ code: UInt32) -> Double {
        if case .mapped(let map) = coding { return widths[map.number(code) ?? 0] }
        return widths[Int(code)]
    }

    /// Adds the text of a code; none if nothing says what it is.
    func append(_ code: Code, to text: inout UTF8Text) {
        if let units = toUnicode?.units(code.value) {
            text.append(utf16: units, isShown: true)
            return
        }
        switch coding {
        case .utf16: text.append(utf16: [UInt16(truncatingIfNeeded: code.value)], isShown: true)
        case .mixed where code.length == 1 && code.value < 0x80:
            text.append(utf16: [UInt16(truncatingIfNeeded: code.value)], isShown: true)
        default: break
        }
    }
}
