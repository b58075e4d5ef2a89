import Rules

extension RegexParser {
    /// Reads a class, from its bracket to the one that closes it.
    ///
    /// A character outside ASCII has several bytes: in a class it becomes any byte of such a character, and in one that
    /// says what must not stand there, none.
    mutating func parseClass() throws(RegexError) -> RegexNode {
        let start = index
        index += 1
        let isNegated = skip("^")
        var set = ByteClass()
        var parts: [String] = []
        var takesNonASCII = false
        var isFirst = true
        while isFirst || next != UInt8(ascii: "]") {
            guard let byte = next else { throw RegexError("a class that is not closed", at: start) }
            if isIgnoredBlank(byte, isFirst: isFirst) {
                index += 1
                continue
            }
            if follows("&&"), dialect == .rust { throw RegexError("an intersection of classes, '&&'", at: index) }
            let item = try parseClassItem(byte, from: start)
            set = set.union(item.set)
            if item.takesNonASCII { takesNonASCII = true }
            if !item.source.isEmpty { parts.append(item.source) }
            isFirst = false
        }
        index += 1
        if takesNonASCII, !isNegated {
            remarks.append("a class with characters outside ASCII takes any byte of such characters")
            set = set.union(.nonASCII)
            parts.append(#"\x80-\xFF"#)
        }
        if parts.isEmpty { return .byte(isNegated ? .all : ByteClass(), source: isNegated ? #"[\x00-\xFF]"# : "(?!)") }
        if modes.ignoresCase { set = set.withBothCases }
        let inside = parts.joined()
        return .byte(isNegated ? set.complement : set, source: "[\(isNegated ? "^" : "")\(inside)]")
    }

    /// Blanks mean nothing in a class of Rust's extended mode, unless nothing else is there.
    private func isIgnoredBlank(_ byte: UInt8, isFirst: Bool) -> Bool {
        guard modes.isExtended, ByteClass.blanks.contains(byte) else { return false }
        return !(isFirst && index + 1 < source.count && source[index + 1] == UInt8(ascii: "]"))
    }

    private typealias Item = (set: ByteClass, source: String, takesNonASCII: Bool)

    private mutating func parseClassItem(_ byte: UInt8, from start: Int) throws(RegexError) -> Item {
        if follows("[:"), let item = try parseNamedSet() { return item }
        if byte == UInt8(ascii: "\\"), index + 1 < source.count {
            let letter = source[index + 1]
            if let set = ByteClass(escape: letter) {
                index += 2
                return (set, RegexSource.escape(letter), false)
            }
            if letter == UInt8(ascii: "p") {
                let set = try parseUnicodeSet()
                return (set, RegexSource.classInside(set), true)
            }
        }
        let first = try parseClassScalar()
        let isRange = next == UInt8(ascii: "-") && index + 1 < source.count && source[index + 1] != UInt8(ascii: "]")
        guard isRange else { return Self.item(first, first) }
        index += 1
        // In `[+-\w]` and the like the hyphen is a byte.
        if follows(#"\"#), index + 1 < source.count, ByteClass(escape: source[index + 1]) != nil {
            let item = Self.item(first, first)
            return (item.set.union(ByteClass(0x2D...0x2D)), item.source + #"\-"#, item.takesNonASCII)
        }
        let last = try parseClassScalar()
        guard first <= last else { throw RegexError("a range that ends before it begins", at: start) }
        return Self.item(first, last)
    }

    private static func item(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Item {
        guard first.isASCII else { return (ByteClass(), "", true) }
        let low = UInt8(first.value)
        let high = UInt8(min(last.value, 0x7F))
        let set = ByteClass(low...high)
        let source =
            low == high
            ? RegexSource.classLiteral(low) : "\(RegexSource.classLiteral(low))-\(RegexSource.classLiteral(high))"
        return (set, source, !last.isASCII)
    }

    private mutating func parseClassScalar() throws(RegexError) -> Unicode.Scalar {
        guard follows(#"\"#) else {
            var decoder = UTF8()
            var rest = source[index...].makeIterator()
            guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
                throw RegexError("a class that is not closed", at: index)
            }
            index += UTF8.width(scalar)
            return scalar
        }
        return try parseScalar()
    }

    /// Reads `[:name:]`. Returns `nil`, and stays, if the bracket is a byte like any other.
    private mutating func parseNamedSet() throws(RegexError) -> Item? {
        var cursor = index + 2
        let isNegated = cursor < source.count && source[cursor] == UInt8(ascii: "^")
        if isNegated { cursor += 1 }
        let start = cursor
        while cursor < source.count, ByteClass.lower.contains(source[cursor]) { cursor += 1 }
        guard source[cursor...].starts(with: ":]".utf8) else { return nil }
        let name = String(decoding: source[start..<cursor], as: UTF8.self)
        guard let set = ByteClass(posixName: name) else { throw RegexError("an unknown set, '[:'", at: index) }
        index = cursor + 2
        return (isNegated ? set.complement : set, "[:\(isNegated ? "^" : "")\(name):]", false)
    }
}
