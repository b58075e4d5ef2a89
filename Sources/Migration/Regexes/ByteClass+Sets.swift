import Rules

extension ByteClass {
    static let all = ByteClass(0...255)
    static let lineFeed = ByteClass(0x0A...0x0A)
    static let word = ByteClass.alphanumeric.union(ByteClass(0x5F...0x5F))
    /// As Perl and RE2 have it; PCRE2 adds the vertical tab.
    static let blanks = ByteClass(0x09...0x0D, 0x20...0x20)
    static let nonASCII = ByteClass(0x80...0xFF)

    var members: [UInt8] { (0...UInt8.max).filter(contains) }

    var complement: ByteClass {
        var result = ByteClass()
        for byte in 0...UInt8.max where !contains(byte) { result.insert(byte) }
        return result
    }

    /// With both cases of each ASCII letter.
    var withBothCases: ByteClass {
        var result = self
        for byte in members where ByteClass.upper.contains(byte) || ByteClass.lower.contains(byte) {
            result.insert(byte ^ 0x20)
        }
        return result
    }

    func isSubset(of other: ByteClass) -> Bool { members.allSatisfy(other.contains) }

    func isDisjoint(with other: ByteClass) -> Bool { !members.contains(where: other.contains) }

    /// The sets that POSIX names, as RE2 and PCRE2 have them for ASCII.
    init?(posixName: String) {
        switch posixName {
        case "alnum": self = .alphanumeric
        case "alpha": self = ByteClass.upper.union(.lower)
        case "ascii": self = ByteClass(0...0x7F)
        case "blank": self = ByteClass(0x09...0x09, 0x20...0x20)
        case "cntrl": self = ByteClass(0...0x1F, 0x7F...0x7F)
        case "digit": self = .digits
        case "graph": self = ByteClass(0x21...0x7E)
        case "lower": self = .lower
        case "print": self = ByteClass(0x20...0x7E)
        case "punct": self = ByteClass(0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E)
        case "space": self = .blanks
        case "upper": self = .upper
        case "word": self = .word
        case "xdigit": self = .hex
        default: return nil
        }
    }

    /// The sets behind `\d`, `\w`, `\s`, and in capitals what is not in them.
    init?(escape letter: UInt8) {
        let set: ByteClass
        switch letter | 0x20 {
        case UInt8(ascii: "d"): set = .digits
        case UInt8(ascii: "w"): set = .word
        case UInt8(ascii: "s"): set = .blanks
        default: return nil
        }
        self = letter & 0x20 == 0 ? set.complement : set
    }
}
