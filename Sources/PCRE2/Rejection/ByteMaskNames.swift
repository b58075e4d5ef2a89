// The sets that PCRE2 has names for, as in the tables it is built with: the C locale, where bytes from 0x80 up are in
// none of them.

extension ByteMask {
    private static let digit = ByteMask("0"..."9")
    private static let space = ByteMask("\t"..."\r", " "..." ")
    private static let horizontal = ByteMask([0x09, 0x20, 0xA0])
    private static let vertical = ByteMask([0x0A, 0x0B, 0x0C, 0x0D, 0x85])

    /// The set of `\d` and its like; nil if the letter behind the backslash means something else.
    init?(typeEscape letter: UInt8) {
        switch letter {
        case UInt8(ascii: "d"): self = Self.digit
        case UInt8(ascii: "D"): self = Self.digit.complement
        case UInt8(ascii: "h"): self = Self.horizontal
        case UInt8(ascii: "H"): self = Self.horizontal.complement
        case UInt8(ascii: "s"): self = Self.space
        case UInt8(ascii: "S"): self = Self.space.complement
        case UInt8(ascii: "v"): self = Self.vertical
        case UInt8(ascii: "V"): self = Self.vertical.complement
        case UInt8(ascii: "w"): self = Self.word
        case UInt8(ascii: "W"): self = Self.word.complement
        default: return nil
        }
    }

    /// The set of `[:alpha:]` and its like; nil for an unknown name.
    init?(className name: String) {
        switch name {
        case "alnum": self.init("0"..."9", "A"..."Z", "a"..."z")
        case "alpha": self.init("A"..."Z", "a"..."z")
        case "ascii": self.init("\0"..."\u{7F}")
        case "blank": self.init("\t"..."\t", " "..." ")
        case "cntrl": self.init("\0"..."\u{1F}", "\u{7F}"..."\u{7F}")
        case "digit": self = Self.digit
        case "graph": self.init("!"..."~")
        case "lower": self.init("a"..."z")
        case "print": self.init(" "..."~")
        case "punct": self.init("!"..."/", ":"..."@", "["..."`", "{"..."~")
        case "space": self = Self.space
        case "upper": self.init("A"..."Z")
        case "word": self = Self.word
        case "xdigit": self.init("0"..."9", "A"..."F", "a"..."f")
        default: return nil
        }
    }
}
