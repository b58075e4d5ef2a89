// Reads PCRE2's grammar, in the part of it that rules use. The source is known to compile, so nothing is refused here
// for being wrong: whatever is not understood, or could be read in two ways, ends the parse.
//
// Where versions of PCRE2 differ, as with `{,3}` and blanks inside braces (quantifiers from 10.43 on), the parse ends
// too: the library is the system's.

/// Turns the source of a pattern into a tree that matches at least what the pattern matches.
struct PatternParser {
    let source: [UInt8]
    var index = 0
    var mode: Pattern.Options

    /// - Throws: `UnsupportedSyntax`.
    /// - Complexity: O(*n*) in the length of the source, which nests no deeper than `Pattern.maximumNesting`.
    static func parse(_ source: [UInt8], options: Pattern.Options) throws(UnsupportedSyntax) -> PatternNode {
        var parser = PatternParser(source: source, mode: options)
        let node = try parser.parseChoice()
        guard parser.index == source.count else { throw UnsupportedSyntax() }
        return node
    }

    private mutating func parseChoice() throws(UnsupportedSyntax) -> PatternNode {
        var branches = [try parseSequence()]
        while next == UInt8(ascii: "|") {
            index += 1
            branches.append(try parseSequence())
        }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func parseSequence() throws(UnsupportedSyntax) -> PatternNode {
        var items: [PatternNode] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            if skipInsignificant() { continue }
            if skip("\\", "Q") {
                items += parseQuotation()
                continue
            }
            guard let quantifier = try parseQuantifier() else {
                items.append(try parseItem(byte))
                continue
            }
            // A mode such as `(?i)` is an empty item too, and no version needs to repeat one.
            guard let last = items.popLast(), last != .empty else { throw UnsupportedSyntax() }
            items.append(.repeated(last, minimum: quantifier.minimum, maximum: quantifier.maximum))
        }
        return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
    }

    private mutating func parseItem(_ byte: UInt8) throws(UnsupportedSyntax) -> PatternNode {
        switch byte {
        case UInt8(ascii: "\\"):
            return try parseEscape()
        case UInt8(ascii: "["):
            return .bytes(try parseClass())
        case UInt8(ascii: "("):
            return try parseGroup()
        default:
            index += 1
        }
        switch byte {
        case UInt8(ascii: "."):
            return .bytes(mode.contains(.dotMatchesNewline) ? .all : ByteMask.lineFeed.complement)
        case UInt8(ascii: "^"):
            return .behind(mode.contains(.multiLine) ? .lineEnd : .edgeOnly)
        case UInt8(ascii: "$"):
            return .ahead(.lineEnd)
        default:
            return literal(byte)
        }
    }

    /// Passes what PCRE2 does not see, not even between an item and its quantifier.
    private mutating func skipInsignificant() -> Bool {
        if skip("\\", "E") || skip("\\", "Q", "\\", "E") { return true }
        if skip("(", "?", "#") {
            skip(through: UInt8(ascii: ")"))
            return true
        }
        guard mode.contains(.extended), let byte = next else { return false }
        switch byte {
        case UInt8(ascii: "\t")...UInt8(ascii: "\r"), UInt8(ascii: " "):
            index += 1
            return true
        case UInt8(ascii: "#"):
            skip(through: UInt8(ascii: "\n"))
            return true
        default:
            return false
        }
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier() throws(UnsupportedSyntax) -> (minimum: Int, maximum: Int?)? {
        var bounds: (minimum: Int, maximum: Int?)
        switch next {
        case UInt8(ascii: "*"): bounds = (0, nil)
        case UInt8(ascii: "+"): bounds = (1, nil)
        case UInt8(ascii: "?"): bounds = (0, 1)
        case UInt8(ascii: "{"):
            guard let braces = try parseBraces() else { return nil }
            bounds = braces
        default: return nil
        }
        index += 1
        // Lazy and possessive match no more than greedy does. If anything stands between, a `+` or `?` is read as a
        // quantifier of the repeat, which matches what either reading does.
        if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { index += 1 }
        return bounds
    }

    /// Leaves `index` at the closing brace; or where it is, with nil, if the brace is a byte like any other.
    private mutating func parseBraces() throws(UnsupportedSyntax) -> (minimum: Int, maximum: Int?)? {
        let start = index
        index += 1
        guard let minimum = number() else {
            let isByte = next != UInt8(ascii: ",") && next != UInt8(ascii: " ") && next != UInt8(ascii: "\t")
            guard isByte else { throw UnsupportedSyntax() }
            index = start
            return nil
        }
        if next == UInt8(ascii: "}") { return (minimum, minimum) }
        if next == UInt8(ascii: ",") {
            index += 1
            if next == UInt8(ascii: "}") { return (minimum, nil) }
            if let maximum = number(), next == UInt8(ascii: "}"), minimum <= maximum { return (minimum, maximum) }
        }
        throw UnsupportedSyntax()
    }

    /// Reads decimal digits. Returns nil if there are none, or more than a quantifier may have.
    mutating func number() -> Int? {
        var value: Int?
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let sum = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            guard sum <= 65_535 else { return nil }
            value = sum
            index += 1
        }
        return value
    }

    // MARK: Groups

    /// Reads the inside of a group and the parenthesis that closes it.
    mutating func parseGroupBody(mode inner: Pattern.Options) throws(UnsupportedSyntax) -> PatternNode {
        let outer = mode
        mode = inner
        let node = try parseChoice()
        guard next == UInt8(ascii: ")") else { throw UnsupportedSyntax() }
        index += 1
        mode = outer
        return node
    }

    // MARK: Bytes

    /// The byte at `index`, nil at the end.
    var next: UInt8? { index < source.count ? source[index] : nil }

    func literal(_ byte: UInt8) -> PatternNode {
        let mask = ByteMask([byte])
        return .bytes(mode.contains(.caseInsensitive) ? mask.withBothCases : mask)
    }

    /// Passes these bytes, ASCII and without a gap, if they stand here.
    mutating func skip(
        _ first: Unicode.Scalar, _ second: Unicode.Scalar? = nil, _ third: Unicode.Scalar? = nil,
        _ fourth: Unicode.Scalar? = nil
    ) -> Bool {
        guard isByte(first, at: index), isByte(second, at: index + 1), isByte(third, at: index + 2),
            isByte(fourth, at: index + 3)
        else { return false }
        index += fourth != nil ? 4 : third != nil ? 3 : second != nil ? 2 : 1
        return true
    }

    /// Whether `scalar` stands at `offset`. True for nil.
    private func isByte(_ scalar: Unicode.Scalar?, at offset: Int) -> Bool {
        guard let scalar else { return true }
        return offset < source.count && UInt32(source[offset]) == scalar.value
    }

    mutating func skip(through end: UInt8) {
        index = source[index...].firstIndex(of: end).map { $0 + 1 } ?? source.count
    }
}
