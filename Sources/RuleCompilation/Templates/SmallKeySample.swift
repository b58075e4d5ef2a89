import Crypto

/// Keys of programs that have a format of their own, Ed25519 all of them but one.
enum SmallKeySample {
    /// torspec, `rend-spec-v3`.
    static func tor(using random: inout SeededGenerator) -> [UInt8] {
        Array("== ed25519v1-secret: type0 ==\0\0\0".utf8) + CurveSample.x25519(using: &random) + random.bytes(32)
    }

    /// The line of base64 below the comment: jedisct1/minisign.
    static func minisign(using random: inout SeededGenerator, isSealed: Bool) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        let head = Array("Ed".utf8) + (isSealed ? Array("Sc".utf8) : [0, 0]) + Array("B2".utf8)
        let body = isSealed ? random.bytes(104) : random.bytes(8) + seed + half + random.bytes(32)
        return Array(Base64.padded(head + random.bytes(48) + body).utf8)
    }

    /// The line of base64 below the comment: signify of OpenBSD, without a passphrase.
    static func signify(using random: inout SeededGenerator) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        let checksum = SHA512.hash(data: seed + half).prefix(8)
        let head = Array("EdBK".utf8) + [0, 0, 0, 0] + random.bytes(16)
        return Array(Base64.padded(head + checksum + random.bytes(8) + seed + half).utf8)
    }

    /// BIND's `Kexample.com.+013+12345.private`.
    static func dnssec(using random: inout SeededGenerator) -> [UInt8] {
        let secret = Base64.padded(CurveSample.p256.pair(using: &random).secret)
        return Array("Private-key-format: v1.3\nAlgorithm: 13 (ECDSAP256SHA256)\nPrivateKey: \(secret)".utf8)
    }

    /// sigstore/cosign, sealed.
    static func cosign(using random: inout SeededGenerator) -> [UInt8] {
        let salt = Base64.padded(random.bytes(32))
        let nonce = Base64.padded(random.bytes(24))
        let text = """
            {"kdf":{"name":"scrypt","params":{"N":65536,"r":8,"p":1},"salt":"\(salt)"},\
            "cipher":{"name":"nacl/secretbox","nonce":"\(nonce)"},"ciphertext":"\(Base64.padded(random.bytes(154)))"}
            """
        return Array(KeySample.pem("ENCRYPTED SIGSTORE PRIVATE KEY", Array(text.utf8)).utf8)
    }
}
