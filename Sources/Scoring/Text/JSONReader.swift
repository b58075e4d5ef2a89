/// Reads JSON (RFC 8259) from bytes that may be hostile.
///
/// More tolerant than the standard in two points, since texts come here with escapes undone: strings may hold control
/// characters, and bytes that are no UTF-8 are kept. Less in one: values nest at most 32 deep.
struct JSONReader {
    static let maximumDepth = 32

    enum Syntax {
        case json
        /// Names may be bare, strings in single quotes, and a comma may stand behind the last member or element: as
        /// in object literals of JavaScript, and in JSON5.
        case objectLiteral
    }

    private let syntax: Syntax
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var depth = 0

    /// The value that `bytes` are, blanks around it left out; `nil` if they are none, or more than one.
    ///
    /// Complexity: O(n).
    static func value(of bytes: ArraySlice<UInt8>, syntax: Syntax = .json) -> JSONValue? {
        var reader = JSONReader(bytes, syntax)
        guard let value = reader.value() else { return nil }
        reader.skipBlanks()
        return reader.position == bytes.endIndex ? value : nil
    }

    /// The object that `bytes` are; `nil` for any other value.
    static func object(_ bytes: ArraySlice<UInt8>, syntax: Syntax = .json) -> JSONValue? {
        value(of: bytes, syntax: syntax).flatMap { $0.isObject ? $0 : nil }
    }

    private init(_ bytes: ArraySlice<UInt8>, _ syntax: Syntax) {
        self.bytes = bytes
        self.syntax = syntax
        position = bytes.startIndex
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte.isBlank || byte.isLineEnd { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() -> JSONValue? {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.array() }
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "'") where syntax == .objectLiteral: return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) -> JSONValue?) -> JSONValue? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        position += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func object() -> JSONValue? {
        var members: [JSONValue.Member] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipBlanks()
            if syntax == .objectLiteral, next == UInt8(ascii: "}") { break }
            guard let name = name(), take(UInt8(ascii: ":")), let value = value() else { return nil }
            members.append(JSONValue.Member(name: name, value: value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    /// The name of a member.
    private mutating func name() -> [UInt8]? {
        switch next {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "'") where syntax == .objectLiteral: return string()
        default:
            guard syntax == .objectLiteral else { return nil }
            let start = position
            while let byte = next, byte.isIdentifier { position += 1 }
            return position > start ? Array(bytes[start..<position]) : nil
        }
    }

    private mutating func array() -> JSONValue? {
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            skipBlanks()
            if syntax == .objectLiteral, next == UInt8(ascii: "]") { break }
            guard let value = value() else { return nil }
            elements.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .array(elements) : nil
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while let byte = next, Self.isNumeric(byte) { position += 1 }
        let digits = Array(bytes[start..<position])
        return Double(String(decoding: digits, as: UTF8.self)) == nil ? nil : .number(digits)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// A string; its quotation mark is next.
    private mutating func string() -> [UInt8]? {
        guard let quote = next else { return nil }
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case quote: return text
            case UInt8(ascii: "\\"):
                guard escape(into: &text) else { return nil }
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
        guard let byte = next else { return false }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "'") where syntax == .objectLiteral: text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar() else { return false }
            text.append(contentsOf: Array(String(scalar).utf8))
        default: return false
        }
        return true
    }

    /// Four hexadecimal digits, or a pair of surrogates. Half of a pair is U+FFFD.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = codeUnit() else { return nil }
        guard 0xD800..<0xDC00 ~= first else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let behind = position
        if word("\\u"), let second = codeUnit(), 0xDC00..<0xE000 ~= second {
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        }
        position = behind
        return "\u{FFFD}"
    }

    private mutating func codeUnit() -> UInt32? {
        guard bytes.endIndex - position >= 4 else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = byte.hexadecimalDigit else { return nil }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }
}
