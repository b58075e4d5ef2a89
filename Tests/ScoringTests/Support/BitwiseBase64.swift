/// Base64 without padding (RFC 4648, section 4), bit by bit.
enum BitwiseBase64 {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let bits = bytes.flatMap { byte in (0..<8).reversed().map { Int(byte >> UInt8($0)) & 1 } }
        return stride(from: 0, to: bits.count - bits.count % 6, by: 6).map { start in
            alphabet[bits[start..<start + 6].reduce(0) { $0 * 2 + $1 }]
        }
    }
}
