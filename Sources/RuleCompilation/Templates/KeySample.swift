/// Private keys that have the structure of real ones and open nothing: what `{pem:rsa}` makes.
///
/// The numbers are random, and each key's numbers belong together. The factors of RSA's modulus are odd but not prime.
enum KeySample: String, CaseIterable, Hashable, Sendable {
    /// RFC 8017, appendix A.1.2.
    case rsa
    /// RFC 5958, unencrypted, with an RSA key inside.
    case pkcs8
    /// RFC 5915, curve prime256v1.
    case ec
    /// openssh/openssh-portable `PROTOCOL.key`, unencrypted, Ed25519.
    case openssh
    /// RFC 5958 and RFC 8018, PBES2.
    case encrypted
    /// RFC 9580, armoured, EdDSA, without a passphrase.
    case pgp

    func text(using random: inout SeededGenerator) -> String {
        switch self {
        case .rsa: Self.pem("RSA PRIVATE KEY", Self.rsaKey(using: &random))
        case .pkcs8: Self.pem("PRIVATE KEY", Self.pkcs8Key(using: &random))
        case .ec: Self.pem("EC PRIVATE KEY", Self.ecKey(using: &random))
        case .openssh: Self.pem("OPENSSH PRIVATE KEY", OpenSSHSample.key(using: &random), lineLength: 70)
        case .encrypted: Self.pem("ENCRYPTED PRIVATE KEY", Self.encryptedKey(using: &random))
        case .pgp: PGPSample.armoredKey(using: &random)
        }
    }

    static func pem(_ label: String, _ bytes: [UInt8], lineLength: Int = 64) -> String {
        let lines = Base64.padded(bytes).lines(ofLength: lineLength)
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----"]).joined(separator: "\n")
    }

    private static func rsaKey(using random: inout SeededGenerator) -> [UInt8] {
        RSASample(using: &random).privateKey
    }

    static func pkcs8Key(using random: inout SeededGenerator) -> [UInt8] {
        let rsaEncryption = DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01])
        return DER.sequence(
            DER.integer([0]), DER.sequence(rsaEncryption, DER.null), DER.octets(rsaKey(using: &random)))
    }

    static func ecKey(using random: inout SeededGenerator) -> [UInt8] {
        let prime256v1 = DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07])
        let (secret, point) = CurveSample.p256.pair(using: &random)
        return DER.sequence(
            DER.integer([1]), DER.octets(secret), DER.tagged(0, prime256v1), DER.tagged(1, DER.bits(point)))
    }

    static func encryptedKey(using random: inout SeededGenerator) -> [UInt8] {
        let pkcs5: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05]
        let hmacSHA256 = DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09])
        let aes256CBC = DER.identifier([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A])
        let derivation = DER.sequence(
            DER.identifier(pkcs5 + [0x0C]),
            DER.sequence(
                DER.octets(random.bytes(16)), DER.integer([0x08, 0x00]), DER.sequence(hmacSHA256, DER.null)))
        let encryption = DER.sequence(aes256CBC, DER.octets(random.bytes(16)))
        return DER.sequence(
            DER.sequence(DER.identifier(pkcs5 + [0x0D]), DER.sequence(derivation, encryption)),
            DER.octets(random.bytes(640)))
    }
}
