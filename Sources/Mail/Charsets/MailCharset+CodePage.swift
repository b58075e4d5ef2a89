extension MailCharset {
    /// By a code page of Windows: it has the label that mail has for it, so one table decides what both mean.
    ///
    /// Source: Microsoft's table "Code Page Identifiers".
    init(codePage: Int) {
        self.init(label: Self.label(codePage: codePage))
    }

    private static func label(codePage: Int) -> String {
        switch codePage {
        case 37, 500, 1047, 1140, 1148: "cp\(codePage < 100 ? "0" : "")\(codePage)"
        case 932: "shift_jis"
        case 936, 20936, 54936: "gb18030"
        case 950: "big5"
        case 1200: "utf-16le"
        case 1201: "utf-16be"
        case 12000: "utf-32le"
        case 12001: "utf-32be"
        case 20127: "us-ascii"
        case 28591...28606: "iso-8859-\(codePage - 28590)"
        case 38598: "iso-8859-8-i"
        case 50220...50222: "iso-2022-jp"
        case 50225: "iso-2022-kr"
        case 50227, 50229: "iso-2022-cn"
        case 51932, 51936, 51949, 51950: "euc-\(codePage)"
        case 52936: "hz-gb-2312"
        case 65000: "utf-7"
        case 65001: "utf-8"
        // Of the others it is known only that ASCII is itself in them.
        default: "windows-\(codePage)"
        }
    }

    /// Whether ASCII of a text in it is to be read by rules of its own.
    var hidesASCII: Bool {
        switch self {
        case .utf7, .iso2022, .hz, .ebcdic: true
        case .utf8, .latin, .opaque, .wide: false
        }
    }
}
