import Checksums

/// Files in the folder `private-keys-v1.d` of GnuPG: `agent/keyformat.txt`.
enum GnuPGSample {
    /// Canonical, with RSA.
    static func key(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        let secret = [("d", key.privateExponent), ("p", key.p), ("q", key.q), ("u", key.coefficient)]
        return Array("(11:private-key(3:rsa".utf8) + (half(key) + secret).flatMap(list) + Array("))".utf8)
    }

    /// Canonical, sealed.
    static func sealedKey(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        let sealing =
            Array("(9:protected25:openpgp-s2k3-ocb-aes((4:sha18:".utf8) + random.bytes(8)
            + Array("8:31457280)12:".utf8) + random.bytes(12) + Array(")400:".utf8) + random.bytes(400)
        return Array("(21:protected-private-key(3:rsa".utf8) + half(key).flatMap(list) + sealing
            + Array(")(12:protected-at15:20240311T101500)))".utf8)
    }

    /// The newer form, with Ed25519.
    static func text(using random: inout SeededGenerator) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        return Array(
            """
            Created: 20240311T101500
            Key: (private-key (ecc (curve Ed25519)(flags eddsa)(q #40\(digits(half))#)
              (d #\(digits(seed))#)))
            """.utf8)
    }

    /// The newer form, sealed.
    static func sealedText(using random: inout SeededGenerator) -> [UInt8] {
        let half = CurveSample.ed25519(using: &random).half
        return Array(
            """
            Created: 20240311T101500
            Key: (protected-private-key (ecc (curve Ed25519)(flags eddsa)(q
              #40\(digits(half))#)(protected openpgp-s2k3-ocb-aes ((sha1
              #\(digits(random.bytes(8)))# "31457280")#\(digits(random.bytes(12)))#)#\(digits(random.bytes(80)))#
              )(protected-at "20240311T101500")))
            """.utf8)
    }

    private static func half(_ key: RSASample) -> [(String, [UInt8])] {
        [("n", key.modulus), ("e", key.publicExponent)]
    }

    private static func list(_ name: String, _ number: [UInt8]) -> [UInt8] {
        let digits = (number.first.map { $0 >= 0x80 } ?? false) ? [0] + number : number
        return Array("(1:\(name)\(digits.count):".utf8) + digits + Array(")".utf8)
    }

    private static func digits(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(bytes).uppercased()
    }
}
