import Rules

extension RegexParser {
    /// Reads what begins with a backslash outside of a class.
    mutating func parseEscape() throws(RegexError) -> [RegexNode] {
        let start = index
        guard index + 1 < source.count else { throw RegexError("a backslash at the end", at: start) }
        let letter = source[index + 1]
        if let set = ByteClass(escape: letter) {
            index += 2
            return [.byte(set, source: RegexSource.escape(letter))]
        }
        switch letter {
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"):
            index += 2
            return [.assertion(RegexSource.escape(letter))]
        case UInt8(ascii: "C") where dialect == .go:
            index += 2
            return [.byte(.all, source: #"[\x00-\xFF]"#)]
        case UInt8(ascii: "p"):
            let set = try parseUnicodeSet()
            return [Self.character(of: set)]
        default:
            return bytes(of: try parseScalar()).map(literal)
        }
    }

    /// A letter or digit of ASCII, or a character of several bytes.
    private static func character(of set: ByteClass) -> RegexNode {
        let lead = RegexNode.byte(ByteClass(0xC2...0xF4), source: #"[\xC2-\xF4]"#)
        let rest = RegexNode.byte(ByteClass(0x80...0xBF), source: #"[\x80-\xBF]"#)
        let several = RegexNode.sequence([lead, .repeated(rest, minimum: 1, maximum: 3, suffix: "")])
        let one = RegexNode.byte(set, source: "[\(RegexSource.classInside(set))]")
        return .group(.choice([one, several]), modes: "", capture: nil, name: nil)
    }

    /// Reads what follows `\Q`, to `\E` or the end, and what repeats the last character.
    mutating func parseQuotation() throws(RegexError) -> [RegexNode] {
        var characters: [[RegexNode]] = []
        while let byte = next, !skip(#"\E"#) {
            index += 1
            if byte & 0xC0 == 0x80, !characters.isEmpty {
                characters[characters.count - 1].append(literal(byte))
            } else {
                characters.append([literal(byte)])
            }
        }
        guard let last = characters.popLast() else { return [] }
        return characters.joined() + (try repeated(last, from: index))
    }

    /// Reads `\pL` or `\p{L}`, as its part in ASCII: the caller adds what lies beyond.
    mutating func parseUnicodeSet() throws(RegexError) -> ByteClass {
        let start = index
        index += 2
        var name: [UInt8] = []
        if skip("{") {
            while let byte = next, byte != UInt8(ascii: "}") {
                name.append(byte)
                index += 1
            }
            guard skip("}") else { throw RegexError(#"'\p{' that is not closed"#, at: start) }
        } else if let byte = next {
            name = [byte]
            index += 1
        }
        let set: ByteClass
        switch String(decoding: name, as: UTF8.self) {
        case "L", "Letter", "Alphabetic": set = ByteClass.upper.union(.lower)
        case "Lu", "Uppercase": set = modes.ignoresCase ? ByteClass.upper.withBothCases : .upper
        case "Ll", "Lowercase": set = modes.ignoresCase ? ByteClass.lower.withBothCases : .lower
        case "N", "Nd": set = .digits
        default: throw RegexError("a set of Unicode that has no counterpart in bytes", at: start)
        }
        remarks.append("outside ASCII, a set of Unicode takes any character")
        return set
    }

    /// Reads an escape that stands for one character, in a class and outside.
    mutating func parseScalar() throws(RegexError) -> Unicode.Scalar {
        let start = index
        guard index + 1 < source.count else { throw RegexError("a backslash at the end", at: start) }
        let letter = source[index + 1]
        index += 2
        switch letter {
        case UInt8(ascii: "a"): return "\u{7}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "v"): return "\u{B}"
        case UInt8(ascii: "x"): return try parseHexadecimal(digits: 2, from: start)
        case UInt8(ascii: "u") where dialect == .rust: return try parseHexadecimal(digits: 4, from: start)
        case UInt8(ascii: "U") where dialect == .rust: return try parseHexadecimal(digits: 8, from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "7") where dialect == .go:
            index -= 1
            return try parseOctal(from: start)
        default:
            guard letter < 0x80, !ByteClass.alphanumeric.contains(letter) else {
                throw RegexError("an unknown escape", at: start)
            }
            return Unicode.Scalar(letter)
        }
    }

    private mutating func parseHexadecimal(digits: Int, from start: Int) throws(RegexError) -> Unicode.Scalar {
        let isBraced = skip("{")
        var value: UInt32 = 0
        var count = 0
        while count < (isBraced ? 8 : digits), let digit = hexadecimalDigit {
            value = value &* 16 | digit
            count += 1
            index += 1
        }
        guard count > 0, isBraced ? skip("}") : count == digits, let scalar = Unicode.Scalar(value) else {
            throw RegexError("a number in hexadecimal", at: start)
        }
        return scalar
    }

    private var hexadecimalDigit: UInt32? {
        guard let next else { return nil }
        return Character(Unicode.Scalar(next)).hexDigitValue.map(UInt32.init)
    }

    /// RE2 knows `\0` and what has two or three digits; one digit alone would refer to a group.
    private mutating func parseOctal(from start: Int) throws(RegexError) -> Unicode.Scalar {
        var value: UInt32 = 0
        var count = 0
        while count < 3, let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) {
            value = value * 8 + UInt32(byte - UInt8(ascii: "0"))
            count += 1
            index += 1
        }
        guard count > 1 || value == 0, let scalar = Unicode.Scalar(value) else {
            throw RegexError("a reference to a group", at: start)
        }
        return scalar
    }

    /// `\xFF` of a pattern over text is a character; so is it here.
    private func bytes(of scalar: Unicode.Scalar) -> [UInt8] { Array(String(Character(scalar)).utf8) }
}
