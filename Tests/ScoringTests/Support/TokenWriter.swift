@testable import Scoring

/// Writes session tokens in the layout that `SessionToken` describes.
struct TokenWriter {
    var region = "eu-west-2"
    var account = "123456789012"
    var issued: UInt64 = 1_700_000_000
    var hasSignature = true
    private var random = SeededGenerator(seed: 7)

    mutating func decoded() -> [UInt8] {
        let half = [0x02, 0x20] + [0x11] + random.bytes(31)
        let payload =
            [0x08, 0x46, 0x10, 0x01] + counted(3, Array(account.utf8)) + counted(4, random.bytes(12))
            + counted(5, random.bytes(200))
        var bytes: [UInt8] = [0x21] + counted(1, Array("origin_ec".utf8)) + [0x10, 0x6D]
        bytes += counted(3, Array(region.utf8))
        if hasSignature { bytes += counted(4, [0x30, 0x44] + half + half) }
        bytes += counted(5, payload) + [0x30] + varint(issued) + counted(7, random.bytes(158))
        return bytes
    }

    mutating func text() -> String {
        Self.base64(decoded())
    }

    static func base64(_ bytes: [UInt8]) -> String {
        String(decoding: Base64.encode(bytes, column: .max / 2), as: UTF8.self).filter { $0 != "\n" }
    }

    private func counted(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        [number << 3 | 2] + varint(UInt64(content.count)) + content
    }

    private func varint(_ value: UInt64) -> [UInt8] {
        var rest = value
        var bytes: [UInt8] = []
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
