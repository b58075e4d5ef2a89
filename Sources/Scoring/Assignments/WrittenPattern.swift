/// Tells what stands for many values from a value: a text with fields that something fills in, or a regular expression.
///
/// Nobody logs in with `sk-{hex:32}`, `${TOKEN}` or `[a-z0-9]{24}`, whatever else is written around them. Marks alone
/// are no syntax: passwords have them. What is asked for is a whole field, class or quantifier; of 1,000 passwords of
/// 16 random characters, marks included, about two have one.
enum WrittenPattern {
    /// How long a field or a class may be, in bytes.
    private static let longest = 60

    /// - Complexity: O(n) in the length of the value, of which `ValueStatistics.seen` bytes are looked at.
    static func isIn(_ text: Span<UInt8>, _ value: Range<Int>) -> Bool {
        let seen = value.lowerBound..<min(value.upperBound, value.lowerBound + ValueStatistics.seen)
        return seen.contains { position in
            switch text[position] {
            case UInt8(ascii: "{"): isField(text, position, in: seen)
            case UInt8(ascii: "%"): isConversion(text, position, in: seen)
            case UInt8(ascii: "["): isClass(text, position..<seen.upperBound)
            case UInt8(ascii: "]"), UInt8(ascii: ")"): isQuantifier(text, position + 1..<seen.upperBound)
            case UInt8(ascii: "("): isGroup(text, position..<seen.upperBound)
            case UInt8(ascii: "\\"): isEscape(text, position..<seen.upperBound)
            default: false
            }
        }
    }

    // MARK: Templates

    /// `{name}`, `{name:20}`, `${NAME}`, `{{ name }}`; the closing brace may be cut off where the value ends.
    ///
    /// `${NAME:12}` is none, since what stands behind the colon is used where there is no other; nor is `{noop}12`,
    /// where the braces say how to read what follows.
    private static func isField(_ text: Span<UInt8>, _ opening: Int, in value: Range<Int>) -> Bool {
        var position = opening + 1
        let isDoubled = text.has("{", at: position, before: value.upperBound)
        if isDoubled { position += 1 }
        while position < value.upperBound, text[position].isBlank { position += 1 }
        let start = position
        while position < value.upperBound, text[position].isNamePart { position += 1 }
        guard start < position, text[start].isLetter, 2...longest ~= position - start else { return false }
        let isOfShell = opening > value.lowerBound && text[opening - 1] == UInt8(ascii: "$")
        if isDoubled || isOfShell {
            while position < value.upperBound, text[position].isBlank { position += 1 }
            return text.has("}", at: position, before: value.upperBound)
        }
        if text.has(":", at: position, before: value.upperBound) {
            return isCount(text, position + 1..<value.upperBound)
        }
        let isWhole = opening == value.lowerBound && position == value.upperBound - 1
        return text.has("}", at: position, before: value.upperBound) && (isWhole || opening > value.lowerBound)
            && position - start >= 3
    }

    /// `%s` and `%d`, where the text around leaves off: `%s:%d`; and `%(name)s`.
    private static func isConversion(_ text: Span<UInt8>, _ position: Int, in value: Range<Int>) -> Bool {
        var end = position + 1
        if text.has("(", at: end, before: value.upperBound) {
            end += 1
            while end < value.upperBound, text[end].isNamePart { end += 1 }
            guard end > position + 3, text.has(")", at: end, before: value.upperBound) else { return false }
            return true
        }
        guard text.has("s", at: end, before: value.upperBound) || text.has("d", at: end, before: value.upperBound)
        else { return false }
        end += 1
        return (position == value.lowerBound || joints.contains(text[position - 1]))
            && (end == value.upperBound || joints.contains(text[end]))
    }

    private static let joints = Array(" \t:/-_.=".utf8)

    // MARK: Regular expressions

    /// `[a-z0-9]`, `[^A-Z]`: with a range of letters or digits.
    private static func isClass(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var holdsRange = false
        for position in range.prefix(longest).dropFirst() {
            if text[position] == UInt8(ascii: "]") { return holdsRange }
            guard position + 1 < range.upperBound, text[position] == UInt8(ascii: "-") else { continue }
            let (first, last) = (text[position - 1], text[position + 1])
            let isOfAKind =
                first.isLower && last.isLower || first.isUpper && last.isUpper || first.isDigit && last.isDigit
            if isOfAKind, first < last { holdsRange = true }
        }
        return false
    }

    /// `{20}`, `{20,}`, `{20,40}`, `{20`: behind a class or a group.
    private static func isQuantifier(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard text.has("{", at: range.lowerBound, before: range.upperBound) else { return false }
        return isCount(text, range.dropFirst())
    }

    /// `(?:`, `(?=`, `(?!`, `(?<name`, `(?i)`.
    private static func isGroup(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, text[range.lowerBound + 1] == UInt8(ascii: "?") else { return false }
        switch text[range.lowerBound + 2] {
        case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"): return true
        case UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "x"):
            return text.has(")", at: range.lowerBound + 3, before: range.upperBound)
                || text.has(":", at: range.lowerBound + 3, before: range.upperBound)
        default: return false
        }
    }

    /// `\d+`, `\w{20}` and their like.
    private static func isEscape(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3 else { return false }
        switch text[range.lowerBound + 1] {
        case UInt8(ascii: "d"), UInt8(ascii: "w"), UInt8(ascii: "s"), UInt8(ascii: "D"), UInt8(ascii: "W"),
            UInt8(ascii: "S"):
            break
        default: return false
        }
        switch text[range.lowerBound + 2] {
        case UInt8(ascii: "+"), UInt8(ascii: "*"): return true
        case UInt8(ascii: "{"): return isCount(text, range.dropFirst(3))
        default: return false
        }
    }

    /// Digits, perhaps a second number behind a comma or a hyphen, and a closing brace or the end of the value.
    private static func isCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first, text[first].isDigit else { return false }
        for position in range.prefix(longest) {
            let byte = text[position]
            if byte == UInt8(ascii: "}") { return true }
            guard byte.isDigit || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") else { return false }
        }
        return range.count < longest
    }
}

extension Span<UInt8> {
    fileprivate func has(_ scalar: Unicode.Scalar, at position: Int, before end: Int) -> Bool {
        position < end && UInt32(self[position]) == scalar.value
    }
}
