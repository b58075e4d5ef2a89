/// OpenPGP secret keys of RSA without armour: RFC 9580, version 4.
enum PGPRSASample {
    static func key(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        let secret = [key.privateExponent, key.p, key.q, key.coefficient].flatMap(PGPSample.integer)
        let sum = secret.reduce(0) { $0 + Int($1) }
        let unprotected: UInt8 = 0
        return packet(
            publicPart(key, using: &random) + [unprotected] + secret
                + [UInt8(truncatingIfNeeded: sum >> 8), UInt8(truncatingIfNeeded: sum)])
    }

    static func sealedKey(using random: inout SeededGenerator) -> [UInt8] {
        let (aes256, iterated, sha256): (UInt8, UInt8, UInt8) = (9, 3, 8)
        return packet(
            publicPart(RSASample(using: &random), using: &random) + [254, aes256, iterated, sha256]
                + random.bytes(8) + [0xFF] + random.bytes(16 + 345))
    }

    private static func publicPart(_ key: RSASample, using random: inout SeededGenerator) -> [UInt8] {
        let rsa: UInt8 = 1
        return [4, 0x65] + random.bytes(3) + [rsa] + PGPSample.integer(key.modulus)
            + PGPSample.integer(key.publicExponent)
    }

    /// Secret key, with two octets of length in the old format, as GnuPG writes it.
    private static func packet(_ body: [UInt8]) -> [UInt8] {
        [0x95, UInt8(truncatingIfNeeded: body.count >> 8), UInt8(truncatingIfNeeded: body.count)] + body
    }
}
