import Checksums

/// Splits one line of JSON, RFC 8259, into the members of its object.
///
/// A decoder of a library would do, if it gave the values out as they are written: members that this version does not
/// know must stand in the next file byte for byte, numbers of any size included.
struct JSONScanner {
    /// How deep values may be nested.
    private static let depthLimit = 64

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// - Parameter line: without its line end.
    private init(_ line: ArraySlice<UInt8>) {
        bytes = line
        position = line.startIndex
    }

    /// The members of the object that the line is, in its order.
    ///
    /// - Throws: when the line is anything but one object in valid UTF-8, or when a name stands in it twice.
    /// - Complexity: O(n), and O(m²) in the number of members, which is limited to 64.
    static func members(of line: ArraySlice<UInt8>) throws(JSONError) -> [JSONMember] {
        var scanner = JSONScanner(line)
        guard String(validating: line, as: UTF8.self) != nil else { throw scanner.error("the line is not UTF-8") }
        let members = try scanner.object()
        scanner.skipBlanks()
        guard scanner.next == nil else { throw scanner.error("something follows the object") }
        return members
    }

    private mutating func object() throws(JSONError) -> [JSONMember] {
        var members: [JSONMember] = []
        skipBlanks()
        try take("{", or: "an object should begin here")
        skipBlanks()
        if skip("}") { return members }
        repeat {
            skipBlanks()
            let start = position
            let name = JSONText.decoded(try string())
            guard let name else { throw error("a string has half of a surrogate pair", at: start) }
            guard !members.contains(where: { $0.name == name }) else {
                throw error("a name stands twice in the object", at: start)
            }
            guard members.count < 64 else { throw error("an object has more than 64 members", at: start) }
            skipBlanks()
            try take(":", or: "a colon is missing")
            skipBlanks()
            let valueStart = position
            try value(depth: 1)
            members.append(JSONMember(name: name, value: Array(bytes[valueStart..<position])))
            skipBlanks()
        } while skip(",")
        try take("}", or: "a comma or the end of an object is missing")
        return members
    }

    /// Passes over a value.
    private mutating func value(depth: Int) throws(JSONError) {
        switch next {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try elements(closing: "}", depth: depth)
        case UInt8(ascii: "["): try elements(closing: "]", depth: depth)
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    /// Passes over what stands between two brackets, with them.
    private mutating func elements(closing: Unicode.Scalar, depth: Int) throws(JSONError) {
        guard depth < Self.depthLimit else { throw error("values are nested too deep") }
        position += 1
        skipBlanks()
        if skip(closing) { return }
        repeat {
            skipBlanks()
            if closing == "}" {
                _ = try string()
                skipBlanks()
                try take(":", or: "a colon is missing")
                skipBlanks()
            }
            try value(depth: depth + 1)
            skipBlanks()
        } while skip(",")
        try take(closing, or: "a comma or the end of a list or an object is missing")
    }

    /// The text between the quotes, escapes and all.
    private mutating func string() throws(JSONError) -> ArraySlice<UInt8> {
        try take("\"", or: "a string should begin here")
        let start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return bytes[start..<position - 1]
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw error("a control character stands in a string")
            default: position += 1
            }
        }
        throw error("a string does not end", at: start - 1)
    }

    private mutating func escape() throws(JSONError) {
        position += 1
        guard let kind = next, Array("\"\\/bfnrtu".utf8).contains(kind) else {
            throw error("there is no such escape", at: position - 1)
        }
        position += 1
        guard kind == UInt8(ascii: "u") else { return }
        for _ in 0..<4 {
            guard let digit = next, Hexadecimal.value(of: digit) != nil else {
                throw error("an escape needs four hexadecimal digits")
            }
            position += 1
        }
    }

    private mutating func number() throws(JSONError) {
        let start = position
        _ = skip("-")
        if !skip("0"), !digits() { throw error("a value should begin here", at: start) }
        if skip("."), !digits() { throw error("a number has no digits behind its point", at: start) }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            guard digits() else { throw error("a number has no digits in its exponent", at: start) }
        }
    }

    /// Returns `false` where no digit stands.
    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func word(_ word: String) throws(JSONError) {
        guard bytes[position...].starts(with: word.utf8) else { throw error("a value should begin here") }
        position += word.utf8.count
    }

    private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func take(_ byte: Unicode.Scalar, or what: String) throws(JSONError) {
        guard skip(byte) else { throw error(what) }
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D { position += 1 }
    }

    private func error(_ what: String, at place: Int? = nil) -> JSONError {
        JSONError(column: (place ?? position) - bytes.startIndex + 1, what: what)
    }
}
