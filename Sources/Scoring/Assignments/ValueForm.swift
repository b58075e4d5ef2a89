/// What kind of text a value is, by its grammar.
struct ValueForm {
    private(set) var isHexadecimal = false
    private(set) var isBase64 = false
    private(set) var isBase64URL = false
    private(set) var isAlphanumeric = false
    private(set) var isIdentifier = false
    private(set) var isConstant = false
    private(set) var isLowerCase = false
    private(set) var isDotted = false
    private(set) var isUUID = false
    private(set) var isNumber = false
    private(set) var isPadded = false
    private(set) var isBracketed = false
    private(set) var holdsTemplate = false

    init(_ text: Span<UInt8>, _ value: Range<Int>) {
        let seen = value.prefix(ValueStatistics.seen)
        guard let first = seen.first.map({ text[$0] }), let last = seen.last.map({ text[$0] }) else { return }
        var (upperHex, lowerHex, base64, url, letters, identifier, constant, lower, number, dotted) =
            (true, true, true, true, true, true, true, true, true, true)
        var hyphens = 0
        for position in seen {
            let byte = text[position]
            let isJoint = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            let isPadding = byte == UInt8(ascii: "=") && position >= value.upperBound - 2
            upperHex = upperHex && byte.hexadecimalDigit != nil && !byte.isLower
            lowerHex = lowerHex && byte.hexadecimalDigit != nil && !byte.isUpper
            let symbol = byte.isAlphanumeric || isPadding
            base64 = base64 && (symbol || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/"))
            url = url && (symbol || isJoint)
            letters = letters && byte.isAlphanumeric
            identifier = identifier && byte.isIdentifier
            constant = constant && (byte.isUpper || byte.isDigit || byte == UInt8(ascii: "_"))
            lower = lower && byte.isLower
            number = number && (byte.isDigit || byte == UInt8(ascii: "."))
            dotted = dotted && (byte.isIdentifier || Self.joins.contains(byte))
            hyphens += byte == UInt8(ascii: "-") ? 1 : 0
            if !holdsTemplate, Self.opensTemplate(text, position, before: seen.upperBound) { holdsTemplate = true }
        }
        (isHexadecimal, isBase64, isBase64URL, isAlphanumeric) = (upperHex || lowerHex, base64, url, letters)
        (isIdentifier, isConstant) = (identifier && !first.isDigit, constant && first.isUpper)
        (isLowerCase, isNumber, isDotted) = (lower, number, dotted && !identifier && first.isLetter)
        isUUID = seen.count == 36 && hyphens == 4 && url && text[seen.lowerBound + 8] == UInt8(ascii: "-")
        isPadded = last == UInt8(ascii: "=")
        isBracketed = Self.brackets.contains { $0.0 == first && $0.1 == last }
    }

    private static let joins = Array(".>-:".utf8)
    private static let brackets = [("<", ">"), ("[", "]"), ("{", "}"), ("%", "%"), ("(", ")")].map {
        (UInt8(ascii: $0.0), UInt8(ascii: $0.1))
    }

    /// `{{`, `${`, `$(`, `#{`, `<%`, `%(`, `%s`, `%d`, `%@`, `{}`, `{0}`.
    private static func opensTemplate(_ text: Span<UInt8>, _ position: Int, before end: Int) -> Bool {
        guard position + 1 < end else { return false }
        let next = text[position + 1]
        switch text[position] {
        case UInt8(ascii: "{"):
            return next == UInt8(ascii: "{") || next == UInt8(ascii: "}") || next.isLetter
                || next == UInt8(ascii: "0")
        case UInt8(ascii: "$"): return next == UInt8(ascii: "{") || next == UInt8(ascii: "(")
        case UInt8(ascii: "#"): return next == UInt8(ascii: "{")
        case UInt8(ascii: "<"): return next == UInt8(ascii: "%")
        case UInt8(ascii: "%"):
            return next == UInt8(ascii: "(") || next == UInt8(ascii: "s") || next == UInt8(ascii: "d")
                || next == UInt8(ascii: "@")
        default: return false
        }
    }

    /// Whether the value is the name again, or ends with it, or is its last word.
    func repeats(_ text: Span<UInt8>, _ value: Range<Int>, name: Range<Int>) -> Bool {
        func ends(_ whole: Range<Int>, with part: Range<Int>) -> Bool {
            guard part.count <= whole.count, part.count >= 3 else { return false }
            let offset = whole.upperBound - part.upperBound
            return part.allSatisfy { text[$0].lowercased == text[$0 + offset].lowercased }
        }
        return ends(value, with: name) || ends(name, with: value)
    }

    func write<Sink: FeatureSink & ~Copyable>(_ text: Span<UInt8>, _ value: Range<Int>, to sink: inout Sink) {
        sink.take("hexadecimal", isHexadecimal)
        sink.take("base64", isBase64)
        sink.take("base64url", isBase64URL)
        sink.take("alphanumeric", isAlphanumeric)
        sink.take("identifier", isIdentifier)
        sink.take("constant", isConstant)
        sink.take("all lower case", isLowerCase)
        sink.take("dotted", isDotted)
        sink.take("UUID", isUUID)
        sink.take("number", isNumber)
        sink.take("padded", isPadded)
        sink.take("bracketed", isBracketed)
        sink.take("template", holdsTemplate)
        let (first, last) = (value.first.map { text[$0] } ?? 0, value.last.map { text[$0] } ?? 0)
        sink.take("first kind", ValueStatistics.kind(first))
        sink.take("first mark", Int(first.isAlphanumeric ? 1 : first))
        sink.take("last kind", ValueStatistics.kind(last))
        sink.take("last mark", Int(last.isAlphanumeric ? 1 : last))
        sink.take("web token", text.starts(with: "eyJ", at: value.lowerBound))
    }
}
