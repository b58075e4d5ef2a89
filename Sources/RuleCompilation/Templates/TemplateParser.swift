// template     = { text | "{{" | "}}" | placeholder }
// placeholder  = "{" [ name "=" ] generator [ ":" argument ] "}"  |  "{" name "}"
// argument     = a count "16", a range "16-40", a kind "rsa", or again a template, in which "}" always closes:
//                braces in an argument are written {open} and {close}

import Checksums

/// Reads the language of example templates.
struct TemplateParser {
    private static let maximumDepth = 8

    private let source: [UInt8]
    private var index = 0
    private var depth = 0
    private var bound: Set<String> = []

    static func pieces(of source: String) throws(TemplateError) -> [Template.Piece] {
        var parser = TemplateParser(source: Array(source.utf8))
        return try parser.template()
    }

    private init(source: [UInt8]) {
        self.source = source
    }

    /// Reads up to the end of the source or, inside a placeholder, up to the brace that closes it.
    private mutating func template() throws(TemplateError) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        var text: [UInt8] = []
        func flushed() -> [Template.Piece] {
            text.isEmpty ? [] : [.text(String(decoding: text, as: UTF8.self))]
        }
        while index < source.count {
            let byte = source[index]
            let isDoubled = index + 1 < source.count && source[index + 1] == byte
            if byte == UInt8(ascii: "{"), isDoubled, depth == 0 {
                text.append(byte)
                index += 2
            } else if byte == UInt8(ascii: "{") {
                pieces += flushed()
                text = []
                pieces.append(try placeholder())
            } else if byte == UInt8(ascii: "}"), depth > 0 {
                return pieces + flushed()
            } else if byte == UInt8(ascii: "}") {
                guard isDoubled else { throw .strayBrace }
                text.append(byte)
                index += 2
            } else {
                text.append(byte)
                index += 1
            }
        }
        guard depth == 0 else { throw .unclosedPlaceholder }
        return pieces + flushed()
    }

    private mutating func placeholder() throws(TemplateError) -> Template.Piece {
        index += 1
        depth += 1
        guard depth <= Self.maximumDepth else { throw .nestedTooDeeply(limit: Self.maximumDepth) }
        var name = word()
        var binding: String?
        if peek() == UInt8(ascii: "=") {
            guard !name.isEmpty, !TemplateGenerator.isReserved(name) else { throw .badBinding(name) }
            index += 1
            binding = name
            name = word()
        }
        let piece = try content(name: name, binding: binding)
        guard peek() == UInt8(ascii: "}") else { throw .unclosedPlaceholder }
        index += 1
        depth -= 1
        if let binding { bound.insert(binding) }
        return piece
    }

    private mutating func content(name: String, binding: String?) throws(TemplateError) -> Template.Piece {
        if name == "open" { return .text("{") }
        if name == "close" { return .text("}") }
        if binding == nil, bound.contains(name) { return .reference(name) }
        guard TemplateGenerator.isReserved(name) else {
            throw index < source.count ? .unknownName(name) : .unclosedPlaceholder
        }
        let hasArgument = peek() == UInt8(ascii: ":")
        if hasArgument { index += 1 }
        return .generated(boundTo: binding, try generator(name: name, hasArgument: hasArgument))
    }

    private mutating func generator(name: String, hasArgument: Bool) throws(TemplateError) -> TemplateGenerator {
        if let transform = TemplateGenerator.transforms[name] {
            guard hasArgument else { throw .badArgument(generator: name, expected: "a text") }
            return transform(try template())
        }
        if let alphabet = TemplateAlphabet(rawValue: name) {
            return .characters(alphabet, count: try count(of: name))
        }
        switch name {
        case "pem":
            guard let kind = KeySample(rawValue: word()) else {
                let kinds = KeySample.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badArgument(generator: name, expected: "one of \(kinds)")
            }
            return .pem(kind)
        case "key":
            guard let kind = KeyFileSample(rawValue: word()) else {
                let kinds = KeyFileSample.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badArgument(generator: name, expected: "one of \(kinds)")
            }
            return .key(kind)
        case "each-line":
            let prefix = try textBeforeBar(of: name, expected: "a prefix, '|' and a text")
            return .eachLine(prefix: prefix, try template())
        case "checked":
            let families = CheckedFamily.allCases.map(\.rawValue).joined(separator: ", ")
            let expected = "one of \(families), then '|' and a text"
            guard let family = CheckedFamily(rawValue: try textBeforeBar(of: name, expected: expected)) else {
                throw .badArgument(generator: name, expected: expected)
            }
            return .checked(family, try template())
        default:
            return name == "uuid" ? .uuid : .word
        }
    }

    private mutating func textBeforeBar(of name: String, expected: String) throws(TemplateError) -> String {
        guard let bar = source[index...].firstIndex(of: UInt8(ascii: "|")) else {
            throw .badArgument(generator: name, expected: expected)
        }
        defer { index = bar + 1 }
        return String(decoding: source[index..<bar], as: UTF8.self)
    }

    private mutating func count(of name: String) throws(TemplateError) -> ClosedRange<Int> {
        let ends = word().split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let limits = 1...TemplateGenerator.maximumCount
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
            limits.contains(first), limits.contains(last)
        else {
            throw .badArgument(
                generator: name, expected: "a count such as '16' or a range such as '16-40', up to \(limits.upperBound)"
            )
        }
        return first...last
    }

    /// Reads lower-case letters, digits and hyphens; possibly none.
    private mutating func word() -> String {
        let start = index
        while let byte = peek(), Self.isWordByte(byte) { index += 1 }
        return String(decoding: source[start..<index], as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private func peek() -> UInt8? {
        index < source.count ? source[index] : nil
    }
}
