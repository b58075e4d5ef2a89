import Rules

// TOMLKit tells positions of syntax errors only. This reader of TOML's grammar knows just enough to say on which line
// a table header, a key or an element of an array stands. Of text that is not TOML it says nonsense, which is
// harmless: TOMLKit has refused it before.
//
//     statement    "[" path "]"  or  "[[" path "]]"  or  path "=" value
//     value        strings, brackets and braces up to the end of the line outside of all of them

/// Finds the line of a key by its path, such as `rule[2].examples[0]`.
package struct TOMLLineIndex {
    private let source: [UInt8]
    private var index = 0
    private var line = 1
    private var lines: [String: Int] = [:]
    /// How many tables each array of tables has so far.
    private var tableCounts: [String: Int] = [:]
    private var current = ""
    /// What TOMLKit must not see; `nil` if the text holds nothing of the kind.
    ///
    /// Its parser takes some things for granted: `[[[`, `a = [}`, times such as `1:` and Unicode's spaces stop a debug
    /// build and are undefined in a release build. Found by fuzzing; there may be more.
    package private(set) var malformation: (line: Int, message: String)?

    /// Complexity: linear in `source`.
    package init(_ source: [UInt8]) {
        self.source = source
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "["): readHeader()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
            default: readStatement()
            }
        }
    }

    /// Returns the line, from 1, of the key at `path` or, if it has none of its own, of what contains it.
    package func line(of path: String) -> Int {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
            path = path[..<end]
        }
        return 1
    }

    // MARK: Statements

    private static let keyStarts = ByteClass.alphanumeric.union(
        ByteClass(0x22...0x22, 0x27...0x27, 0x2D...0x2D, 0x5F...0x5F))

    private mutating func readHeader() {
        let start = line
        advance()
        let isArray = peek() == UInt8(ascii: "[")
        if isArray { advance() }
        while let byte = peek(), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
        let startsKey = peek().map { Self.keyStarts.contains($0) } ?? true
        if !startsKey { malformation = malformation ?? (start, "a table header needs a name") }
        let segments = readKey(until: UInt8(ascii: "]"))
        skipLine()
        var path = ""
        for (position, segment) in segments.enumerated() {
            path += path.isEmpty ? segment : ".\(segment)"
            if position == segments.count - 1, isArray {
                let count = tableCounts[path, default: 0]
                tableCounts[path] = count + 1
                path += "[\(count)]"
            } else if let count = tableCounts[path] {
                path += "[\(count - 1)]"
            }
        }
        current = path
        lines[path] = lines[path] ?? start
    }

    private mutating func readStatement() {
        let start = line
        var path = current
        for segment in readKey(until: UInt8(ascii: "=")) {
            path += path.isEmpty ? segment : ".\(segment)"
            lines[path] = lines[path] ?? start
        }
        advance()
        readValue(path)
    }

    /// Reads a dotted key and stops at `end` or at the end of the line. Keeps eight segments: no key has more.
    private mutating func readKey(until end: UInt8) -> [String] {
        var segments: [[UInt8]] = [[]]
        while let byte = peek(), byte != end, byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let start = index + 1
                skipString()
                segments[segments.count - 1] += source[min(start, index)..<max(start, index - 1)]
            case UInt8(ascii: "."):
                if segments.count < 8 { segments.append([]) }
                advance()
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                advance()
            default:
                segments[segments.count - 1].append(byte)
                advance()
            }
        }
        return segments.map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func readValue(_ path: String) {
        var open: [UInt8] = []
        var element = 0
        var awaitsElement = false
        while let byte = peek() {
            if awaitsElement, !" \t\r\n#]".utf8.contains(byte) {
                lines["\(path)[\(element)]"] = line
                element += 1
                awaitsElement = false
            }
            switch byte {
            case UInt8(ascii: "\n") where open.isEmpty: return
            case UInt8(ascii: "#"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                awaitsElement = open.isEmpty && byte == UInt8(ascii: "[")
                open.append(byte)
                advance()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                let opening = byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
                if open.popLast() != opening {
                    malformation = malformation ?? (line, "a closing bracket does not match the one that is open")
                }
                advance()
            case UInt8(ascii: ","):
                awaitsElement = open.count == 1
                advance()
            case 0x80...0xFF, 0x0B, 0x0C:
                malformation = malformation ?? (line, "only ASCII may stand outside of strings and comments")
                advance()
            case UInt8(ascii: ":"):
                refuseDate()
                advance()
            case UInt8(ascii: "-") where index >= 4 && source[index - 4..<index].allSatisfy(ByteClass.digits.contains):
                refuseDate()
                advance()
            default: advance()
            }
        }
    }

    private mutating func refuseDate() {
        malformation = malformation ?? (line, "dates and times have no place in rules")
    }

    // MARK: Strings and comments

    private mutating func skipString() {
        guard let quote = peek() else { return }
        let isMultiline = source[index...].starts(with: [quote, quote, quote])
        let width = isMultiline ? 3 : 1
        for _ in 0..<width { advance() }
        while let byte = peek() {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                advance()
                advance()
            } else if byte == UInt8(ascii: "\n"), !isMultiline {
                return
            } else if byte == quote, !isMultiline || source[index...].starts(with: [quote, quote, quote]) {
                for _ in 0..<width { advance() }
                // Up to two quotes may stand before the closing three.
                while isMultiline, peek() == quote { advance() }
                return
            } else {
                advance()
            }
        }
    }

    private mutating func skipComment() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
    }

    private mutating func skipLine() {
        skipComment()
        advance()
    }

    private func peek() -> UInt8? {
        index < source.count ? source[index] : nil
    }

    private mutating func advance() {
        guard index < source.count else { return }
        if source[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }
}
