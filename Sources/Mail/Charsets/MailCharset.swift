/// What a text's charset means to one who looks for ASCII in it.
enum MailCharset: Hashable, Sendable {
    /// UTF-8, ASCII, unknown: bytes of ASCII are ASCII, and the no-break space is C2 A0.
    case utf8

    /// One byte a character, ASCII below 128, the no-break space at A0.
    case latin

    /// Several bytes a character, in which A0 is no space: left as it is.
    case opaque

    /// RFC 2152.
    case utf7

    /// ISO-2022-JP, -KR, -CN (RFC 1468, 1557, 1922): escape sequences lead to two-byte characters and back.
    case iso2022

    /// RFC 1843.
    case hz
    case ebcdic(EBCDIC)

    /// UTF-16 and UTF-32: the scanner reads them itself.
    case wide

    /// By its label, in lower case.
    init(label: String) {
        switch label {
        case "utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7": self = .utf7
        case "hz-gb-2312", "hz": self = .hz
        case "ibm037", "cp037", "cp-037", "ebcdic-cp-us", "ibm1140", "cp1140": self = .ebcdic(.page037)
        case "ibm500", "cp500", "ebcdic-cp-be", "ebcdic-cp-ch", "ibm1148", "cp1148": self = .ebcdic(.page500)
        case "ibm1047", "ibm-1047", "cp1047": self = .ebcdic(.page1047)
        default:
            if label.hasPrefix("iso-2022") || label.hasPrefix("csiso2022") {
                self = .iso2022
            } else if label.hasPrefix("iso-8859") || label.hasPrefix("iso8859") || label.hasPrefix("windows-125")
                || label.hasPrefix("latin") || label.hasPrefix("cp125")
            {
                self = .latin
            } else if label.hasPrefix("utf-16") || label.hasPrefix("utf16") || label.hasPrefix("utf-32")
                || label.hasPrefix("ucs-") || label.hasPrefix("iso-10646")
            {
                self = .wide
            } else if label.hasPrefix("gb") || label.hasPrefix("big5") || label.hasPrefix("euc-")
                || label.hasPrefix("shift") || label.hasPrefix("sjis") || label.hasPrefix("ks_c") || label == "koi8-r"
                || label.hasPrefix("windows-") || label.hasPrefix("tis-")
            {
                self = .opaque
            } else {
                self = .utf8
            }
        }
    }
}
