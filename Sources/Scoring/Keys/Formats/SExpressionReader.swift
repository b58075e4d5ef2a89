import Checksums

/// Reads S-expressions of Libgcrypt into a flat list: canonical ones (`3:rsa`), and advanced ones (`rsa`, `#00C2#`,
/// `"text"`).
struct SExpressionReader {
    struct Token {
        let bytes: ArraySlice<UInt8>

        /// The first of its list.
        let opensList: Bool

        /// The token as a word; `nil` for numbers and whatever else is longer than a word is.
        var word: String? { bytes.count <= 40 ? String(decoding: bytes, as: UTF8.self) : nil }
    }

    private static let mostTokens = 64

    private var reader: ByteReader

    init(_ bytes: ArraySlice<UInt8>) {
        reader = ByteReader(bytes)
    }

    /// The tokens of one expression; `nil` if it does not end, or has more of them than a key has.
    mutating func read() -> [Token]? {
        var tokens: [Token] = []
        var depth = 0
        var opensList = false
        while let byte = reader.byte(), tokens.count < Self.mostTokens {
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                opensList = true
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return tokens }
            case _ where byte.isBlank || byte.isLineEnd: break
            default:
                guard let bytes = token(from: byte) else { return nil }
                tokens.append(Token(bytes: bytes, opensList: opensList))
                opensList = false
            }
        }
        return nil
    }

    private mutating func token(from first: UInt8) -> ArraySlice<UInt8>? {
        switch first {
        case UInt8(ascii: "#"):
            let digits = take { $0 != UInt8(ascii: "#") }
            guard reader.byte() != nil else { return nil }
            return Hexadecimal.bytes(digits.filter { !$0.isBlank && !$0.isLineEnd }).map { $0[...] }
        case UInt8(ascii: "\""):
            let text = take { $0 != UInt8(ascii: "\"") }
            return reader.byte() == nil ? nil : text
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = [first] + take { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard peek() == UInt8(ascii: ":") else { return digits[...] }
            _ = reader.byte()
            return UTCTime.number(digits[...]).flatMap { reader.take($0) }
        default:
            return [first] + take { $0.isAlphanumeric || "-./_:*+=".utf8.contains($0) }
        }
    }

    private func peek() -> UInt8? { reader.isAtEnd ? nil : reader.bytes[reader.position] }

    private mutating func take(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let count = reader.bytes[reader.position...].prefix(while: holds).count
        return reader.take(count) ?? []
    }
}
