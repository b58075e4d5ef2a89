import Rules

/// Reads the regular expressions of other scanners into a tree, or says which construct it does not know.
struct RegexParser {
    /// The deepest nesting of groups: PCRE2 has 250, and the tree is walked with the stack.
    static let maximumNesting = 200

    /// The highest count of a repeat: as in RE2.
    static let maximumRepeat = 65_535

    let source: [UInt8]
    let dialect: RegexDialect
    var index = 0
    var modes = RegexModes()
    var captureCount = 0
    private var depth = 0

    /// What was changed on the way, such as a set of Unicode that became one of bytes.
    var remarks: [String] = []

    private init(_ source: String, _ dialect: RegexDialect) {
        self.source = Array(source.utf8)
        self.dialect = dialect
    }

    /// Returns the tree, and what in it is not quite what the source says.
    ///
    /// - Complexity: O(*n*) in the length of the source.
    static func parse(
        _ source: String, dialect: RegexDialect
    ) throws(RegexError) -> (node: RegexNode, remarks: [String]) {
        var parser = RegexParser(source, dialect)
        let node = try parser.parseChoice()
        guard parser.index == parser.source.count else { throw RegexError("')' that closes nothing", at: parser.index) }
        let remarks = parser.remarks.enumerated().filter { !parser.remarks[..<$0.offset].contains($0.element) }
        return (node, remarks.map(\.element))
    }

    // MARK: Alternatives and sequences

    private mutating func parseChoice() throws(RegexError) -> RegexNode {
        var branches = [try parseSequence()]
        while next == UInt8(ascii: "|") {
            index += 1
            branches.append(try parseSequence())
        }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func parseSequence() throws(RegexError) -> RegexNode {
        var items: [RegexNode] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            if skipInsignificant() { continue }
            if dialect == .go, skip(#"\Q"#) {
                // A quantifier behind a quotation repeats its last character.
                items += try parseQuotation()
                continue
            }
            let start = index
            items += try repeated(try parseAtom(byte), from: start)
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    /// Returns the bytes of a character, or another item, with the quantifier that follows.
    mutating func repeated(_ atom: [RegexNode], from start: Int) throws(RegexError) -> [RegexNode] {
        skipBlanks()
        guard let quantifier = try parseQuantifier() else { return atom }
        let whole = atom.count > 1 ? [.group(.sequence(atom), modes: "", capture: nil, name: nil)] : atom
        guard let item = whole.first, Self.isRepeatable(item) else {
            throw RegexError("a quantifier of nothing", at: start)
        }
        return [
            .repeated(item, minimum: quantifier.minimum, maximum: quantifier.maximum, suffix: quantifier.suffix)
        ]
    }

    private static func isRepeatable(_ node: RegexNode) -> Bool {
        switch node {
        case .mode, .assertion: false
        default: true
        }
    }

    private mutating func parseAtom(_ byte: UInt8) throws(RegexError) -> [RegexNode] {
        let start = index
        switch byte {
        case UInt8(ascii: "\\"): return try parseEscape()
        case UInt8(ascii: "["): return [try parseClass()]
        case UInt8(ascii: "("): return [try parseGroup()]
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
            throw RegexError("a quantifier of nothing", at: index)
        default: index += 1
        }
        switch byte {
        case UInt8(ascii: "."):
            return [.byte(modes.dotMatchesNewline ? .all : ByteClass.lineFeed.complement, source: ".")]
        case UInt8(ascii: "^"): return [.assertion("^")]
        // Only PCRE2's also matches before a line feed at the end.
        case UInt8(ascii: "$"): return [.assertion(modes.isMultiline ? "$" : #"\z"#)]
        case 0x80...:
            // All bytes of a character.
            while let more = next, more & 0xC0 == 0x80 { index += 1 }
            return source[start..<index].map(literal)
        default: return [literal(byte)]
        }
    }

    // MARK: Groups

    /// Reads the inside of a group and the parenthesis that closes it.
    mutating func parseGroupBody(modes inner: RegexModes) throws(RegexError) -> RegexNode {
        guard depth < Self.maximumNesting else { throw RegexError("groups nested too deeply", at: index) }
        let outer = modes
        modes = inner
        depth += 1
        let node = try parseChoice()
        guard next == UInt8(ascii: ")") else { throw RegexError("a group that is not closed", at: index) }
        index += 1
        depth -= 1
        modes = outer
        return node
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier() throws(RegexError) -> (minimum: Int, maximum: Int?, suffix: String)? {
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
        let isLazy = next == UInt8(ascii: "?")
        if isLazy { index += 1 }
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "*") {
            throw RegexError("a quantifier of a quantifier", at: index)
        }
        return (bounds.minimum, bounds.maximum, isLazy ? "?" : "")
    }

    /// Leaves `index` at the closing brace; or where it is, with `nil`, if the brace is a byte like any other.
    private mutating func parseBraces() throws(RegexError) -> (minimum: Int, maximum: Int?)? {
        let start = index
        index += 1
        let minimum = number()
        var maximum = minimum
        if next == UInt8(ascii: ",") {
            index += 1
            maximum = number()
        } else if minimum == nil {
            index = start
            return nil
        }
        guard next == UInt8(ascii: "}"), minimum != nil || (dialect == .rust && maximum != nil) else {
            index = start
            return nil
        }
        let least = minimum ?? 0
        guard max(least, maximum ?? 0) <= Self.maximumRepeat, maximum.map({ $0 >= least }) ?? true else {
            throw RegexError("a repeat count out of range", at: start)
        }
        return (least, maximum)
    }

    mutating func number() -> Int? {
        var value: Int?
        while let byte = next, ByteClass.digits.contains(byte) {
            value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), Self.maximumRepeat + 1)
            index += 1
        }
        return value
    }

    // MARK: Bytes

    /// The byte at `index`, `nil` at the end.
    var next: UInt8? { index < source.count ? source[index] : nil }

    func follows(_ text: StaticString) -> Bool { source[index...].starts(with: text.description.utf8) }

    mutating func skip(_ text: StaticString) -> Bool {
        guard follows(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// Passes comments, and blanks of the extended mode.
    private mutating func skipInsignificant() -> Bool {
        let start = index
        skipBlanks()
        return index > start
    }

    private mutating func skipBlanks() {
        while let byte = next {
            if skip("(?#") {
                index = source[index...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? source.count
                continue
            }
            guard modes.isExtended else { return }
            if byte == UInt8(ascii: "#") {
                index = source[index...].firstIndex(of: 0x0A) ?? source.count
            } else if ByteClass.blanks.contains(byte) {
                index += 1
            } else {
                return
            }
        }
    }

    func literal(_ byte: UInt8) -> RegexNode {
        let set = ByteClass(byte...byte)
        return .byte(modes.ignoresCase ? set.withBothCases : set, source: RegexSource.literal(byte))
    }
}
