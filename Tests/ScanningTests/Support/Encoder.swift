import Blobs

/// Encodes bytes, one plain way for each encoding: the oracle of what is decoded.
enum Encoder {
    private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlDigits = base64Digits.dropLast(2) + Array("-_".utf8)
    private static let hexDigits = Array("0123456789abcdef".utf8)

    static func base64(_ bytes: [UInt8], isURL: Bool = false, isPadded: Bool = true) -> [UInt8] {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0...group.count {
                text.append((isURL ? Array(urlDigits) : base64Digits)[word >> (18 - 6 * index) & 63])
            }
            if isPadded { text += [UInt8](repeating: 0x3D, count: 3 - group.count) }
        }
        return text
    }

    static func hex(_ byte: UInt8) -> [UInt8] { [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]] }

    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap(hex) }

    static func percent(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { [0x25] + hex($0) } }

    static func escapesX(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { Array("\\x".utf8) + hex($0) } }

    static func escapesU(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { Array("\\u00".utf8) + hex($0) } }

    static func references(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { Array("&#\($0);".utf8) } }

    static func hexReferences(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { Array("&#x".utf8) + hex($0) + [0x3B] } }

    static func utf16(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { [$0, 0] } }

    /// In lines of `length`, joined by `end`.
    static func lines(_ text: [UInt8], length: Int, end: String = "\n") -> [UInt8] {
        var lines: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: length) {
            if start > 0 { lines += Array(end.utf8) }
            lines += text[start..<min(start + length, text.count)]
        }
        return lines
    }
}
