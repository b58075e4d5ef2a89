/// The encoding that is built into a font in the Compact Font Format (Adobe Technical Note 5176, sections 12 and 13).
struct CompactFontEncoding {
    // Operators of the top dictionary.
    private static let charset = 15
    private static let encoding = 16

    /// Only so many can have a code, but for ones that have several.
    private static let mostGlyphs = 512

    private let font: CompactFontBytes
    private let strings: CompactFontBytes.Index
    private let values: [Int: Int]
    private let names: [Int]

    /// The characters of codes; none if it is the standard encoding, or cannot be read.
    static func parse(_ bytes: [UInt8]) -> [Int: [Unicode.Scalar]] {
        guard let font = CompactFontEncoding(CompactFontBytes(bytes: bytes)) else { return [:] }
        return font.codes()
    }

    private init?(_ font: CompactFontBytes) {
        guard let start = font.number(at: 2, 1), let fonts = font.index(at: start),
            let dictionaries = font.index(at: fonts.end), let top = font.element(0, of: dictionaries),
            let strings = font.index(at: dictionaries.end)
        else { return nil }
        self.font = font
        self.strings = strings
        values = font.integers(ofDictionary: top)
        names = Self.names(font, at: values[Self.charset] ?? 0)
    }

    private func codes() -> [Int: [Unicode.Scalar]] {
        // 0 and 1 are predefined.
        guard let start = values[Self.encoding], start > 1, let format = font.number(at: start, 1),
            let count = font.number(at: start + 1, 1)
        else { return [:] }
        var result: [Int: [Unicode.Scalar]] = [:]
        var glyph = 1
        for index in 0..<count {
            if format & 0x7F == 0 {
                guard let code = font.number(at: start + 2 + index, 1) else { break }
                result[code] = scalars(glyph: glyph)
                glyph += 1
            } else {
                guard let first = font.number(at: start + 2 + index * 2, 1),
                    let left = font.number(at: start + 3 + index * 2, 1)
                else { break }
                for code in first...first + left where code < 256 {
                    result[code] = scalars(glyph: glyph)
                    glyph += 1
                }
            }
        }
        return result
    }

    /// The characters of a glyph, by its name.
    private func scalars(glyph: Int) -> [Unicode.Scalar] {
        guard glyph < names.count else { return [] }
        let name = names[glyph]
        if name < Self.standardStrings { return Self.scalars(standard: name) }
        guard let range = font.element(name - Self.standardStrings, of: strings) else { return [] }
        return GlyphNames.scalars(String(decoding: font.bytes[range], as: UTF8.self)) ?? []
    }

    /// The numbers of the names of the first glyphs.
    private static func names(_ font: CompactFontBytes, at start: Int) -> [Int] {
        // The predefined ones are in the order of names, or of glyphs that are no letters.
        guard start > 2 else { return start == 0 ? Array(0..<mostGlyphs) : [] }
        var result = [0]
        guard let format = font.number(at: start, 1) else { return result }
        var place = start + 1
        while result.count < mostGlyphs, let name = font.number(at: place, 2) {
            place += 2
            var left = 0
            if format > 0 {
                let size = format == 1 ? 1 : 2
                left = font.number(at: place, size) ?? 0
                place += size
            }
            for next in name...name + min(left, mostGlyphs) { result.append(next) }
        }
        return result
    }

    // MARK: Names that each font knows (appendix A)

    private static let standardStrings = 391

    /// The names from 1 on are those of the standard encoding, in the order of codes.
    private static let letters: [Unicode.Scalar] =
        BaseEncoding.standard.scalars.compactMap { $0 }
        + Array("¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž".unicodeScalars)

    private static func scalars(standard name: Int) -> [Unicode.Scalar] {
        switch name {
        case 1...letters.count: [letters[name - 1]]
        case 239...248: [Unicode.Scalar(UInt8(name - 239) + UInt8(ascii: "0"))]
        case 266: ["f", "f"]
        case 267: ["f", "f", "i"]
        case 268: ["f", "f", "l"]
        default: []
        }
    }
}
