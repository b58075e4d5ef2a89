/// Cuts bytes into tokens (ISO 32000-2, 7.2 and 7.3). Whatever the bytes are, each call moves on or says `end`.
struct Lexer {
    let bytes: [UInt8]
    var position: Int

    /// Where the bytes end for this lexer.
    let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
        position = range.lowerBound
        end = range.upperBound
    }

    var peeked: UInt8? { position < end ? bytes[position] : nil }

    /// Complexity: O(n) in what it passes over.
    mutating func next() -> Token {
        skipBlanks()
        guard let byte = peeked else { return .end }
        switch byte {
        case UInt8(ascii: "("):
            position += 1
            return literalString()
        case UInt8(ascii: "/"):
            position += 1
            return .name(name())
        case UInt8(ascii: "<"):
            position += 1
            guard peeked == UInt8(ascii: "<") else { return hexString() }
            position += 1
            return .dictionaryStart
        case UInt8(ascii: ">"):
            position += 1
            guard peeked == UInt8(ascii: ">") else { return .keyword(Keyword([byte])) }
            position += 1
            return .dictionaryEnd
        case UInt8(ascii: "["):
            position += 1
            return .arrayStart
        case UInt8(ascii: "]"):
            position += 1
            return .arrayEnd
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
            position += 1
            return .keyword(Keyword([byte]))
        default: return regular()
        }
    }

    /// Passes white space and comments.
    mutating func skipBlanks() {
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "%") {
                while position < end, bytes[position] != 10, bytes[position] != 13 { position += 1 }
            } else if ByteClass[byte] == .whitespace {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func regular() -> Token {
        let start = position
        while position < end, ByteClass[bytes[position]] == .regular { position += 1 }
        return number(in: start..<position) ?? .keyword(Keyword(bytes[start..<position]))
    }

    /// A number; what follows its digits, as in `12-3`, is ignored as other readers do. `nil`: it is a word.
    private func number(in range: Range<Int>) -> Token? {
        var index = range.lowerBound
        var isNegative = false
        while index < range.upperBound, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            if bytes[index] == UInt8(ascii: "-") { isNegative = true }
            index += 1
        }
        var whole = 0
        var value = 0.0
        var scale = 0.0
        var digits = 0
        while index < range.upperBound {
            let byte = bytes[index]
            if ByteClass.isDigit(byte) {
                let digit = byte - UInt8(ascii: "0")
                digits += 1
                if scale == 0 {
                    (whole, value) = (whole &* 10 &+ Int(digit), value * 10 + Double(digit))
                } else if scale < 1e15 {
                    value += Double(digit) / scale
                    scale *= 10
                }
            } else if byte == UInt8(ascii: "."), scale == 0 {
                scale = 10
            } else if digits > 0, byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                break
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0 || scale > 0 else { return nil }
        if scale == 0, value < 1e18 { return .integer(isNegative ? -whole : whole) }
        return .real(min(value, 1e18) * (isNegative ? -1 : 1))
    }
}
