/// Character references of HTML (HTML Living Standard, section 13.5): those that can stand for ASCII, for white space
/// and for nothing visible. Others stay as they are, which changes no word of ASCII.
enum HTMLEntities {
    /// The longest reference that is read, in bytes.
    static let longest = 32

    private static let named: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "plus": 0x2B, "equals": 0x3D,
        "sol": 0x2F, "bsol": 0x5C, "lowbar": 0x5F, "UnderBar": 0x5F, "num": 0x23, "excl": 0x21, "percnt": 0x25,
        "dollar": 0x24, "commat": 0x40, "colon": 0x3A, "semi": 0x3B, "comma": 0x2C, "period": 0x2E, "quest": 0x3F,
        "lpar": 0x28, "rpar": 0x29, "lsqb": 0x5B, "lbrack": 0x5B, "rsqb": 0x5D, "rbrack": 0x5D, "lcub": 0x7B,
        "lbrace": 0x7B, "rcub": 0x7D, "rbrace": 0x7D, "verbar": 0x7C, "vert": 0x7C, "VerticalLine": 0x7C,
        "grave": 0x60, "DiacriticalGrave": 0x60, "Hat": 0x5E, "ast": 0x2A, "midast": 0x2A, "Tab": 0x09,
        "NewLine": 0x0A, "AMP": 0x26, "LT": 0x3C, "GT": 0x3E, "QUOT": 0x22, "shy": 0xAD, "zwj": 0x200D, "zwnj": 0x200C,
        "ZeroWidthSpace": 0x200B, "NegativeThinSpace": 0x200B, "NegativeMediumSpace": 0x200B,
        "NegativeThickSpace": 0x200B, "NegativeVeryThinSpace": 0x200B, "NoBreak": 0x2060, "lrm": 0x200E, "rlm": 0x200F,
        "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "ThinSpace": 0x2009, "hairsp": 0x200A,
        "VeryThinSpace": 0x200A,
        "numsp": 0x2007, "puncsp": 0x2008, "NonBreakingSpace": 0xA0, "MediumSpace": 0x205F, "hyphen": 0x2010,
        "dash": 0x2010, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C,
        "rdquo": 0x201D, "copy": 0xA9, "reg": 0xAE, "hellip": 0x2026, "bull": 0x2022, "middot": 0xB7, "euro": 0x20AC,
    ]

    /// Names that old pages write without a semicolon.
    private static let bare: Set<String> = ["amp", "lt", "gt", "quot", "nbsp", "shy"]

    /// The reference at the start of a range; `nil` if there is none that is known.
    static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (scalar: UInt32, length: Int)? {
        let limit = min(range.upperBound, range.lowerBound + longest)
        var index = range.lowerBound + 1
        guard index < limit else { return nil }
        if bytes[index] == 0x23 {
            index += 1
            let isHex = index < limit && bytes[index] | 0x20 == 0x78
            if isHex { index += 1 }
            let digits = index
            var value: UInt32 = 0
            while index < limit, let digit = bytes[index].hexValue, isHex || digit < 10 {
                value = min(value, 0x100_0000) * (isHex ? 16 : 10) + UInt32(digit)
                index += 1
            }
            guard index > digits else { return nil }
            if index < limit, bytes[index] == 0x3B { index += 1 }
            return (value == 0 || value > 0x10_FFFF ? 0xFFFD : value, index - range.lowerBound)
        }
        let start = index
        while index < limit, bytes[index].isAlphanumeric { index += 1 }
        guard index > start else { return nil }
        let hasEnd = index < limit && bytes[index] == 0x3B
        let name = String(decoding: bytes.bytes(in: start..<index), as: UTF8.self)
        guard let scalar = named[name], hasEnd || bare.contains(name) else { return nil }
        return (scalar, index + (hasEnd ? 1 : 0) - range.lowerBound)
    }

    /// Whether a character takes no place: a word that holds it looks whole.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xAD, 0x34F, 0x180E, 0x202A...0x202E: true
        default: false
        }
    }

    /// Whether it is a space of another width.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x1680: true
        default: false
        }
    }
}
