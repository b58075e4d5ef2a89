/// What the names of glyphs stand for: those that fonts for Latin text use, from the Adobe Glyph List, and its rules
/// for names that say their character themselves (Adobe Glyph List Specification, section 2).
enum GlyphNames {
    /// The characters of a name; `nil` when it does not say.
    static func scalars(_ name: String) -> [Unicode.Scalar]? {
        let base = name.firstIndex(of: ".").map { name[..<$0] } ?? name[...]
        guard !base.isEmpty else { return nil }
        var result: [Unicode.Scalar] = []
        for component in base.split(separator: "_") {
            guard let scalars = scalars(ofComponent: component) else { return nil }
            result += scalars
        }
        return result.isEmpty ? nil : result
    }

    private static func scalars(ofComponent name: Substring) -> [Unicode.Scalar]? {
        if let known = table[String(name)] { return [known] }
        if name.utf8.count == 1, let scalar = name.unicodeScalars.first { return [scalar] }
        if name.hasPrefix("uni") { return units(name.dropFirst(3)) }
        if name.hasPrefix("u"), (5...7).contains(name.utf8.count) {
            return UInt32(name.dropFirst(), radix: 16).flatMap(Unicode.Scalar.init).map { [$0] }
        }
        return nil
    }

    /// Groups of four digits, each a character.
    private static func units(_ digits: Substring) -> [Unicode.Scalar]? {
        let digits = Array(digits.utf8)
        guard !digits.isEmpty, digits.count % 4 == 0, digits.count <= 32 else { return nil }
        var result: [Unicode.Scalar] = []
        for start in stride(from: 0, to: digits.count, by: 4) {
            let text = String(decoding: digits[start..<start + 4], as: UTF8.self)
            guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
            result.append(scalar)
        }
        return result
    }

    private static let table: [String: Unicode.Scalar] = {
        var result: [String: Unicode.Scalar] = [:]
        for (first, names) in runs {
            for (index, name) in names.split(separator: " ").enumerated() {
                result[String(name)] = Unicode.Scalar(first + UInt32(index))
            }
        }
        for pair in others.split(separator: " ") {
            let parts = pair.split(separator: "=")
            if parts.count == 2, let value = UInt32(parts[1], radix: 16) {
                result[String(parts[0])] = Unicode.Scalar(value)
            }
        }
        return result
    }()

    /// Names of characters that follow each other, from the first one.
    private static let runs: [(UInt32, String)] = [
        (0x20, "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk"),
        (0x2B, "plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon"),
        (0x3C, "less equal greater question at"),
        (0x5B, "bracketleft backslash bracketright asciicircum underscore grave"),
        (0x7B, "braceleft bar braceright asciitilde"),
        (0xA1, "exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft"),
        (0xAC, "logicalnot softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph"),
        (0xB7, "periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters"),
        (0xBF, "questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex"),
        (0xCB, "Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis"),
        (0xD7, "multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex"),
        (0xE3, "atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex"),
        (0xEF, "idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute"),
        (0xFB, "ucircumflex udieresis yacute thorn ydieresis"),
        (0xFB00, "ff fi fl ffi ffl"),
    ]

    private static let others = """
        nbspace=20 hyphenminus=2D minus=2D sfthyphen=AD quoteleft=2018 quoteright=2019 quotesinglbase=201A \
        quotedblleft=201C quotedblright=201D quotedblbase=201E dagger=2020 daggerdbl=2021 bullet=2022 ellipsis=2026 \
        perthousand=2030 guilsinglleft=2039 guilsinglright=203A fraction=2044 Euro=20AC trademark=2122 endash=2013 \
        emdash=2014 florin=192 OE=152 oe=153 Scaron=160 scaron=161 Ydieresis=178 Zcaron=17D zcaron=17E dotlessi=131 \
        Lslash=141 lslash=142 circumflex=2C6 caron=2C7 breve=2D8 dotaccent=2D9 ring=2DA ogonek=2DB tilde=2DC \
        hungarumlaut=2DD Abreve=102 abreve=103 Aogonek=104 aogonek=105 Cacute=106 cacute=107 Ccaron=10C ccaron=10D \
        Dcaron=10E dcaron=10F Eogonek=118 eogonek=119 Ecaron=11A ecaron=11B Gbreve=11E gbreve=11F Idotaccent=130 \
        Nacute=143 nacute=144 Ncaron=147 ncaron=148 Rcaron=158 rcaron=159 Sacute=15A sacute=15B Scedilla=15E \
        scedilla=15F Tcaron=164 tcaron=165 Uring=16E uring=16F Zacute=179 zacute=17A Zdotaccent=17B zdotaccent=17C \
        visiblespace=2423 underscoremono=5F asteriskmath=2A slashfraction=2F dotlessj=237
        """
}
