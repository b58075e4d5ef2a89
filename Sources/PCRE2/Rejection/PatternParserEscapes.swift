extension PatternParser {
    /// Reads what begins with a backslash outside a class.
    mutating func parseEscape() throws(UnsupportedSyntax) -> PatternNode {
        guard index + 1 < source.count else { throw UnsupportedSyntax() }
        let byte = source[index + 1]
        if let mask = ByteMask(typeEscape: byte) {
            index += 2
            return .bytes(mask)
        }
        switch byte {
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            // A reference to a group, or from two digits on, perhaps a byte in octal.
            index += 1
            while let digit = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { index += 1 }
            return .anything
        case UInt8(ascii: "g"), UInt8(ascii: "k"):
            index += 2
            return try parseReference()
        case UInt8(ascii: "A"): return assertion(.behind(.edgeOnly))
        case UInt8(ascii: "z"): return assertion(.ahead(.edgeOnly))
        case UInt8(ascii: "Z"): return assertion(.ahead(.lineEnd))
        case UInt8(ascii: "G"): return assertion(.ahead(.anything))
        case UInt8(ascii: "b"):
            return assertion(
                .choice([
                    .sequence([.behind(.word), .ahead(.notWord)]), .sequence([.behind(.notWord), .ahead(.word)]),
                ]))
        case UInt8(ascii: "B"):
            return assertion(
                .choice([
                    .sequence([.behind(.word), .ahead(.word)]), .sequence([.behind(.notWord), .ahead(.notWord)]),
                ]))
        case UInt8(ascii: "N"):
            index += 2
            return .bytes(ByteMask.lineFeed.complement)
        case UInt8(ascii: "R"):
            index += 2
            let carriageReturn = ByteMask([0x0D])
            return .choice([
                .sequence([.bytes(carriageReturn), .bytes(.lineFeed)]),
                .bytes(carriageReturn.union(.lineFeed)),
            ])
        default:
            return literal(try parseByteEscape())
        }
    }

    private mutating func assertion(_ node: PatternNode) -> PatternNode {
        index += 2
        return node
    }

    /// Reads `\xHH`, `\n`, `\.` and all other escapes that stand for one byte, in a class and outside.
    mutating func parseByteEscape() throws(UnsupportedSyntax) -> UInt8 {
        guard index + 1 < source.count else { throw UnsupportedSyntax() }
        let byte = source[index + 1]
        index += 2
        switch byte {
        case UInt8(ascii: "a"): return 0x07
        case UInt8(ascii: "e"): return 0x1B
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "c"): return try parseControl()
        case UInt8(ascii: "x") where skip("{"): return try parseBracedNumber(radix: 16)
        case UInt8(ascii: "x"): return try parseDigits(radix: 16, limit: 2)
        case UInt8(ascii: "o") where skip("{"): return try parseBracedNumber(radix: 8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            index -= 1
            return try parseDigits(radix: 8, limit: 3)
        default:
            // A backslash makes a byte of anything but letters and digits. (A control byte stands for itself too.)
            guard !ByteMask.word.contains(byte) || byte == UInt8(ascii: "_") else { throw UnsupportedSyntax() }
            return byte
        }
    }

    private mutating func parseControl() throws(UnsupportedSyntax) -> UInt8 {
        guard let byte = next, (0x20...0x7E).contains(byte) else { throw UnsupportedSyntax() }
        index += 1
        let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        return (isLower ? byte - 0x20 : byte) ^ 0x40
    }

    private mutating func parseBracedNumber(radix: Int) throws(UnsupportedSyntax) -> UInt8 {
        let value = try parseDigits(radix: radix, limit: 8)
        guard skip("}") else { throw UnsupportedSyntax() }
        return value
    }

    /// Reads up to `limit` digits; none are 0.
    private mutating func parseDigits(radix: Int, limit: Int) throws(UnsupportedSyntax) -> UInt8 {
        var value = 0
        var count = 0
        while count < limit, let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix {
            value = value * radix + digit
            count += 1
            index += 1
        }
        guard value <= 0xFF else { throw UnsupportedSyntax() }
        return UInt8(value)
    }

    /// Reads what follows `\Q`, to `\E` or the end: items of their own, as a quantifier repeats only the last.
    mutating func parseQuotation() -> [PatternNode] {
        var items: [PatternNode] = []
        while let byte = next, !skip("\\", "E") {
            items.append(literal(byte))
            index += 1
        }
        return items
    }

    private mutating func parseReference() throws(UnsupportedSyntax) -> PatternNode {
        if skip("{") {
            skip(through: UInt8(ascii: "}"))
        } else if skip("<") {
            skip(through: UInt8(ascii: ">"))
        } else if skip("'") {
            skip(through: UInt8(ascii: "'"))
        } else {
            _ = skip("+") || skip("-")
            guard number() != nil else { throw UnsupportedSyntax() }
        }
        return .anything
    }
}
