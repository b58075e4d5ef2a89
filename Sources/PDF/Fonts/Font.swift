/// What a font makes of the bytes of a string: text, and how far it goes.
final class Font: Sendable {
    enum Kind: Sendable {
        /// One byte a glyph: the text of each, and its width.
        case simple(text: [[UInt8]], widths: [Double])

        case composite(CompositeCodes)
    }

    private let kind: Kind

    /// From the units of widths to those of text of size 1: a thousandth, unless the font says otherwise.
    private let unit: Double

    init(_ kind: Kind, unit: Double = 0.001) {
        self.kind = kind
        self.unit = unit
    }

    /// What a string amounts to.
    struct Shown {
        /// In text of size 1.
        var width = 0.0

        var glyphs = 0

        /// Single bytes of 32, which word spacing applies to.
        var blanks = 0
    }

    /// Adds the text of a string to `text`.
    func show(_ string: [UInt8], to text: inout UTF8Text) -> Shown {
        var shown = Shown()
        switch kind {
        case .simple(let table, let widths):
            for byte in string {
                text.append(utf8: table[Int(byte)])
                shown.width += widths[Int(byte)]
                if byte == 32 { shown.blanks += 1 }
            }
            shown.glyphs = string.count
        case .composite(let codes):
            var index = 0
            while index < string.count {
                let code = codes.next(in: string, at: index)
                index += code.length
                shown.glyphs += 1
                shown.width += codes.width(code.value)
                if code.length == 1, code.value == 32 { shown.blanks += 1 }
                codes.append(code, to: &text)
            }
        }
        shown.width *= unit
        return shown
    }

    /// The codes of a string, each by itself; at most `count` of them, or none.
    func codes(of string: [UInt8], upTo count: Int) -> [[UInt8]] {
        var result: [[UInt8]] = []
        var index = 0
        while index < string.count {
            guard result.count < count else { return [] }
            let length = if case .composite(let codes) = kind { codes.next(in: string, at: index).length } else { 1 }
            result.append(Array(string[index..<index + length]))
            index += length
        }
        return result
    }

    /// Where a page names a font that is not there.
    static let missing = Font(
        .simple(text: SimpleFontLoader.text(of: BaseEncoding.winAnsi.scalars), widths: StandardWidths.of("")))
}
