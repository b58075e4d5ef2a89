import Rules

/// Takes filter expressions apart.
enum FilterTokens {
    private static let longSigns = ["||", "&&", "<=", ">=", "==", "!=", "??"]

    /// Returns `nil` if the source has what no expression has. Comments are dropped.
    ///
    /// - Complexity: linear in the length of the source.
    static func tokens(of source: String) -> [FilterToken]? {
        let bytes = Array(source.utf8)
        var tokens: [FilterToken] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 {
                index += 1
            } else if bytes[index...].starts(with: "//".utf8) {
                index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            } else if "\"'`".utf8.contains(byte) {
                guard let text = text(bytes, &index) else { return nil }
                tokens.append(.text(text))
            } else if ByteClass.digits.contains(byte) {
                let end = bytes[index...].firstIndex { !ByteClass.digits.contains($0) && $0 != 0x2E } ?? bytes.count
                guard let value = Double(String(decoding: bytes[index..<end], as: UTF8.self)) else { return nil }
                tokens.append(.number(value))
                index = end
            } else if ByteClass.word.contains(byte) {
                let end = bytes[index...].firstIndex { !ByteClass.word.contains($0) && $0 != 0x2E } ?? bytes.count
                tokens.append(.word(String(decoding: bytes[index..<end], as: UTF8.self)))
                index = end
            } else {
                let sign = longSigns.first { bytes[index...].starts(with: $0.utf8) }
                guard byte < 0x80 else { return nil }
                tokens.append(.sign(sign ?? String(Unicode.Scalar(byte))))
                index += sign == nil ? 1 : 2
            }
        }
        return tokens
    }

    private static func text(_ bytes: [UInt8], _ index: inout Int) -> String? {
        let quote = bytes[index]
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), index + 1 < bytes.count {
                index += 1
                switch bytes[index] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"): return nil
                default: text.append(bytes[index])
                }
            } else {
                text.append(bytes[index])
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        index += 1
        return String(validating: text, as: UTF8.self)
    }

    /// The parts between the `||` that stand in no brackets.
    static func alternatives(of tokens: ArraySlice<FilterToken>) -> [ArraySlice<FilterToken>] {
        var parts: [ArraySlice<FilterToken>] = []
        var start = tokens.startIndex
        var depth = 0
        for index in tokens.indices {
            if isOpening(tokens[index]) { depth += 1 }
            if isClosing(tokens[index]) { depth -= 1 }
            if depth == 0, tokens[index] == .sign("||") {
                parts.append(tokens[start..<index])
                start = index + 1
            }
        }
        parts.append(tokens[start...])
        return parts
    }

    /// What stands in the parentheses around all of the tokens; `nil` if there are none.
    static func inside(of tokens: ArraySlice<FilterToken>) -> ArraySlice<FilterToken>? {
        guard tokens.first == .sign("("), tokens.last == .sign(")"), tokens.count > 2 else { return nil }
        let inside = tokens.dropFirst().dropLast()
        var depth = 0
        for token in inside {
            if isOpening(token) { depth += 1 }
            if isClosing(token) { depth -= 1 }
            if depth < 0 { return nil }
        }
        return inside
    }

    /// Whether there are several alternatives, or parentheses around all.
    static func isAlternatives(_ tokens: ArraySlice<FilterToken>) -> Bool {
        alternatives(of: tokens).count > 1 || inside(of: tokens) != nil
    }

    /// Whether the tokens begin with `(finding["secret"]`.
    static func isAboutSecret(_ tokens: ArraySlice<FilterToken>) -> Bool {
        tokens.starts(with: [.sign("("), .word("finding"), .sign("["), .text("secret"), .sign("]")])
    }

    /// The texts of `, ["a", "b"])`; `nil` if it is something else.
    static func list(_ tokens: ArraySlice<FilterToken>) -> [String]? {
        guard tokens.starts(with: [.sign(","), .sign("[")]) else { return nil }
        var texts: [String] = []
        var rest = tokens.dropFirst(2)
        while let token = rest.popFirst() {
            switch token {
            case .text(let text): texts.append(text)
            case .sign(","): continue
            case .sign("]"): return Array(rest) == [.sign(")")] ? texts : nil
            default: return nil
            }
        }
        return nil
    }

    private static func isOpening(_ token: FilterToken) -> Bool {
        token == .sign("(") || token == .sign("[") || token == .sign("{")
    }

    private static func isClosing(_ token: FilterToken) -> Bool {
        token == .sign(")") || token == .sign("]") || token == .sign("}")
    }
}
