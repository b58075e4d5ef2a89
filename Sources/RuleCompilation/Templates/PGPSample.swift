import Checksums

/// An OpenPGP secret key without a passphrase: RFC 9580, version 4 key, EdDSA with Ed25519.
enum PGPSample {
    static func armoredKey(using random: inout SeededGenerator) -> String {
        let packets = key(using: &random)
        let lines = Base64.padded(packets).lines(ofLength: 64)
        let label = "PGP PRIVATE KEY BLOCK"
        let checksum = "=" + Base64.padded(crc24(of: packets))
        return (["-----BEGIN \(label)-----", ""] + lines + [checksum, "-----END \(label)-----"])
            .joined(separator: "\n")
    }

    /// The packets without armour.
    static func key(using random: inout SeededGenerator) -> [UInt8] {
        secretKeyPacket(using: &random) + userIDPacket
    }

    private static func secretKeyPacket(using random: inout SeededGenerator) -> [UInt8] {
        let eddsa: UInt8 = 22
        let curve: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]
        let creationTime = [0x65] + random.bytes(3)
        let (seed, half) = CurveSample.ed25519(using: &random)
        let publicPoint = integer([0x40] + half)
        let secret = integer(Array(seed.drop { $0 == 0 }))
        let unprotected: UInt8 = 0
        let sum = secret.reduce(0) { $0 + Int($1) }
        let key =
            [4] + creationTime + [eddsa, UInt8(curve.count)] + curve + publicPoint + [unprotected] + secret
            + [UInt8(truncatingIfNeeded: sum >> 8), UInt8(truncatingIfNeeded: sum)]
        return packet(tag: 5, key)
    }

    private static let userIDPacket = packet(tag: 13, Array("Deploy <deploy@example.com>".utf8))

    /// A packet of fewer than 192 bytes, section 4.2.1.1.
    private static func packet(tag: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xC0 | tag, UInt8(body.count)] + body
    }

    /// A multiprecision integer, section 3.2.
    static func integer(_ magnitude: [UInt8]) -> [UInt8] {
        let bytes = Array(magnitude.drop { $0 == 0 })
        let bits = bytes.count * 8 - (bytes.first?.leadingZeroBitCount ?? 0)
        return [UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits)] + bytes
    }

    private static func crc24(of bytes: [UInt8]) -> [UInt8] {
        let sum = CRC24.checksum(of: bytes.span)
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
}
