extension PatternParser {
    /// Reads a class, from its bracket to the one that closes it.
    ///
    /// Quotations inside a class are not read, and a hyphen beside `\d` and its like only where it is the last byte:
    /// elsewhere PCRE2 refuses it.
    mutating func parseClass() throws(UnsupportedSyntax) -> ByteMask {
        index += 1
        let isNegated = skip("^")
        var mask = ByteMask.none
        var isFirst = true
        while isFirst || next != UInt8(ascii: "]") {
            guard let item = try parseClassItem() else { throw UnsupportedSyntax() }
            isFirst = false
            mask = mask.union(item)
        }
        index += 1
        if mode.contains(.caseInsensitive) { mask = mask.withBothCases }
        return isNegated ? mask.complement : mask
    }

    /// Reads a byte, a range, or a named set. Returns nil at the end of the source.
    private mutating func parseClassItem() throws(UnsupportedSyntax) -> ByteMask? {
        guard let byte = next else { return nil }
        if byte == UInt8(ascii: "["), let mask = try parseNamedClass() {
            try refuseHyphen()
            return mask
        }
        if byte == UInt8(ascii: "\\"), index + 1 < source.count, let mask = ByteMask(typeEscape: source[index + 1]) {
            index += 2
            try refuseHyphen()
            return mask
        }
        let first = try parseClassByte()
        let isRange = next == UInt8(ascii: "-") && index + 1 < source.count && source[index + 1] != UInt8(ascii: "]")
        guard isRange else { return ByteMask([first]) }
        index += 1
        if next == UInt8(ascii: "["), try parseNamedClass() != nil { throw UnsupportedSyntax() }
        let last = try parseClassByte()
        guard first <= last else { throw UnsupportedSyntax() }
        return ByteMask(first...last)
    }

    private func refuseHyphen() throws(UnsupportedSyntax) {
        guard next == UInt8(ascii: "-") else { return }
        guard index + 1 < source.count, source[index + 1] == UInt8(ascii: "]") else { throw UnsupportedSyntax() }
    }

    private mutating func parseClassByte() throws(UnsupportedSyntax) -> UInt8 {
        guard let byte = next else { throw UnsupportedSyntax() }
        guard byte == UInt8(ascii: "\\") else {
            index += 1
            return byte
        }
        guard skip("\\", "b") else { return try parseByteEscape() }
        return 0x08
    }

    /// Reads `[:name:]`. Returns nil, and stays, if the bracket is a byte like any other.
    private mutating func parseNamedClass() throws(UnsupportedSyntax) -> ByteMask? {
        let start = index
        index += 1
        // `[.a.]` and `[=a=]` are refused by PCRE2, unless they are something else.
        guard next != UInt8(ascii: "."), next != UInt8(ascii: "=") else { throw UnsupportedSyntax() }
        guard skip(":") else {
            index = start
            return nil
        }
        let isNegated = skip("^")
        var name: [UInt8] = []
        while let byte = next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
            name.append(byte)
            index += 1
        }
        // Anything but a plain name may still be bytes, as in `[[:a]`.
        guard skip(":", "]"), var mask = ByteMask(className: String(decoding: name, as: UTF8.self)) else {
            throw UnsupportedSyntax()
        }
        if mode.contains(.caseInsensitive) { mask = mask.withBothCases }
        return isNegated ? mask.complement : mask
    }
}
