/// Strings and names (ISO 32000-2, 7.3.4 and 7.3.5).
extension Lexer {
    /// Behind the opening bracket.
    mutating func literalString() -> Token {
        var result: [UInt8] = []
        var depth = 1
        var isVerbatim = true
        while position < end {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return .string(StringObject(bytes: result, isVerbatim: isVerbatim)) }
            case UInt8(ascii: "\\"):
                isVerbatim = false
                if let escaped = escape() { result.append(escaped) }
                continue
            case 13:
                if peeked == 10 { position += 1 }
                result.append(10)
                continue
            default: break
            }
            result.append(byte)
        }
        return .unterminated
    }

    /// Behind the backslash. `nil`: the escape stands for nothing.
    private mutating func escape() -> UInt8? {
        guard let byte = peeked else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case 10: return nil
        case 13:
            if peeked == 10 { position += 1 }
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = byte - UInt8(ascii: "0")
            for _ in 0..<2 {
                guard let next = peeked, next >= UInt8(ascii: "0"), next <= UInt8(ascii: "7") else { break }
                value = value &* 8 &+ (next - UInt8(ascii: "0"))
                position += 1
            }
            return value
        default: return byte
        }
    }

    /// Behind the opening bracket. What is no digit is passed over.
    mutating func hexString() -> Token {
        var result: [UInt8] = []
        var high: UInt8?
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ">") {
                if let high { result.append(high << 4) }
                return .string(StringObject(bytes: result, isVerbatim: false))
            }
            guard let value = ByteClass.hexValue(byte) else { continue }
            if let first = high {
                result.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return .unterminated
    }

    /// Behind the slash. `#` and two digits stand for a byte.
    mutating func name() -> String {
        let start = position
        var hasEscapes = false
        while position < end, ByteClass[bytes[position]] == .regular {
            if bytes[position] == UInt8(ascii: "#") { hasEscapes = true }
            position += 1
        }
        guard hasEscapes else { return String(decoding: bytes[start..<position], as: UTF8.self) }
        var result: [UInt8] = []
        var index = start
        while index < position {
            if bytes[index] == UInt8(ascii: "#"), index + 2 < position,
                let high = ByteClass.hexValue(bytes[index + 1]), let low = ByteClass.hexValue(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
