extension PatternParser {
    /// Reads what begins with a parenthesis, comments excepted.
    mutating func parseGroup() throws(UnsupportedSyntax) -> PatternNode {
        index += 1
        guard skip("?") else {
            // A verb is refused by `Pattern`.
            guard next != UInt8(ascii: "*") else { throw UnsupportedSyntax() }
            return try parseGroupBody(mode: mode)
        }
        if skip(":") || skip("|") || skip(">") { return try parseGroupBody(mode: mode) }
        if skip("=") {
            return .aheadText(try parseGroupBody(mode: mode))
        }
        if skip("!") {
            let certain = try parseGroupBody(mode: mode).certainBytes
            return .ahead(EdgeCondition(bytes: certain.complement, allowsEdge: true))
        }
        if skip("<", "=") {
            return Self.lookbehind(try parseGroupBody(mode: mode))
        }
        if skip("<", "!") {
            let certain = try parseGroupBody(mode: mode).certainBytes
            return .behind(EdgeCondition(bytes: certain.complement, allowsEdge: true))
        }
        if skip("P", "=") {
            skip(through: UInt8(ascii: ")"))
            return .anything
        }
        if skip("P", "<") || skip("<") { return try parseNamedGroup(closing: UInt8(ascii: ">")) }
        if skip("'") { return try parseNamedGroup(closing: UInt8(ascii: "'")) }
        if next == UInt8(ascii: "(") { return try parseConditional() }
        return try parseModes()
    }

    private static func lookbehind(_ node: PatternNode) -> PatternNode {
        let lastByte = node.trail(after: .anything)
        guard let texts = node.fixedTexts, let longest = texts.map(\.count).max(), longest > 1,
            texts.allSatisfy({ !$0.isEmpty })
        else { return .behind(lastByte) }
        let single = texts.filter { $0.count == 1 }.reduce(ByteMask.none) { $0.union($1[0]) }
        let long = texts.filter { $0.count > 1 }
        return .behindText(long, orByte: EdgeCondition(bytes: single, allowsEdge: false))
    }

    private mutating func parseNamedGroup(closing: UInt8) throws(UnsupportedSyntax) -> PatternNode {
        // `(?<*…)` is a lookbehind.
        guard next != UInt8(ascii: "*") else { throw UnsupportedSyntax() }
        skip(through: closing)
        return try parseGroupBody(mode: mode)
    }

    /// Reads `(?(condition)yes|no)`: either branch may match, and nothing where there is but one.
    private mutating func parseConditional() throws(UnsupportedSyntax) -> PatternNode {
        let start = index
        index += 1
        if next == UInt8(ascii: "?") {
            index = start
            _ = try parseGroup()
        } else {
            skip(through: UInt8(ascii: ")"))
        }
        return .choice([try parseGroupBody(mode: mode), .empty])
    }

    /// Reads `(?i-x)`, which changes the mode for the rest of the group, branches included, or `(?i-x:…)`.
    private mutating func parseModes() throws(UnsupportedSyntax) -> PatternNode {
        var inner = mode
        var added: Pattern.Options = []
        var removed: Pattern.Options = []
        var isRemoving = false
        if skip("^") { inner = [] }
        while let byte = next {
            index += 1
            var option: Pattern.Options = []
            switch byte {
            case UInt8(ascii: "i"): option = .caseInsensitive
            case UInt8(ascii: "m"): option = .multiLine
            case UInt8(ascii: "s"): option = .dotMatchesNewline
            // `xx` also changes what a class means.
            case UInt8(ascii: "x") where next != UInt8(ascii: "x"): option = .extended
            case UInt8(ascii: "n"), UInt8(ascii: "U"): break
            case UInt8(ascii: "-") where !isRemoving: isRemoving = true
            case UInt8(ascii: ")"):
                mode = inner.union(added).subtracting(removed)
                return .empty
            case UInt8(ascii: ":"):
                return try parseGroupBody(mode: inner.union(added).subtracting(removed))
            default: throw UnsupportedSyntax()
            }
            if isRemoving { removed.formUnion(option) } else { added.formUnion(option) }
        }
        throw UnsupportedSyntax()
    }
}
