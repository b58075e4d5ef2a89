extension RegexParser {
    /// Reads what begins with a parenthesis.
    mutating func parseGroup() throws(RegexError) -> RegexNode {
        let start = index
        index += 1
        guard skip("?") else { return try parseCapture(name: nil) }
        if skip("P<") || (!follows("<=") && !follows("<!") && skip("<")) {
            return try parseCapture(name: try groupName(from: start))
        }
        for (text, name) in Self.lookarounds where source[index...].starts(with: text.utf8) {
            throw RegexError("a \(name), '(?\(text)'", at: start)
        }
        return try parseModes(from: start)
    }

    private static let lookarounds = [
        ("=", "lookahead"), ("!", "lookahead"), ("<=", "lookbehind"), ("<!", "lookbehind"),
        (">", "atomic group"), ("(", "conditional group"),
    ]

    private mutating func parseCapture(name: String?) throws(RegexError) -> RegexNode {
        captureCount += 1
        let number = captureCount
        return .group(try parseGroupBody(modes: modes), modes: "", capture: number, name: name)
    }

    private mutating func groupName(from start: Int) throws(RegexError) -> String {
        guard let end = source[index...].firstIndex(of: UInt8(ascii: ">")), end > index, end - index <= 128 else {
            throw RegexError("the name of a group", at: start)
        }
        defer { index = end + 1 }
        return String(decoding: source[index..<end], as: UTF8.self)
    }

    /// Reads `(?i-s)`, which changes the modes for the rest of the group, branches included, or `(?i-s:…)`.
    private mutating func parseModes(from start: Int) throws(RegexError) -> RegexNode {
        var inner = modes
        var value = true
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "-") where value:
                value = false
            case UInt8(ascii: ")"):
                let difference = inner.difference(from: modes)
                modes = inner
                return .mode(difference.isEmpty ? "" : "(?\(difference))")
            case UInt8(ascii: ":"):
                let difference = inner.difference(from: modes)
                return .group(try parseGroupBody(modes: inner), modes: difference, capture: nil, name: nil)
            default:
                guard inner.set(byte, to: value, in: dialect) else {
                    throw RegexError("an unknown kind of group, '(?'", at: start)
                }
            }
        }
        throw RegexError("a group that is not closed", at: start)
    }
}
