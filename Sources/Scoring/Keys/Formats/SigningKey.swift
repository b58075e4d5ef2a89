import Crypto

/// Secret keys of minisign and of OpenBSD's signify: Ed25519, in one line of base64.
///
///     minisign   "Ed", "Sc" or 0 0, "B2", salt 32, limits 16, number 8, secret 64, checksum 32   (jedisct1/minisign)
///     signify    "Ed", "BK", rounds 4, salt 16, checksum 8, number 8, secret 64                  (signify.c)
///
/// The last three of minisign and the secret of signify are sealed unless the key was made without a passphrase. A
/// secret in the clear is a seed with its public half behind it, and signify's checksum begins its SHA-512.
enum SigningKey {
    private static let minisignLength = 158
    private static let signifyLength = 104

    static func read(_ text: Span<UInt8>, _ match: Range<Int>) -> PrivateKeyReading {
        guard let bytes = Base64.decode(text, match), bytes.starts(with: "Ed".utf8) else { return .notAKey }
        switch bytes.count {
        case minisignLength: return minisign(bytes)
        case signifyLength: return signify(bytes)
        default: return .notAKey
        }
    }

    private static func minisign(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard bytes[4..<6].elementsEqual("B2".utf8) else { return .notAKey }
        if bytes[2..<4].elementsEqual("Sc".utf8) { return sealed("scrypt") }
        guard bytes[2] == 0, bytes[3] == 0 else { return .notAKey }
        return open(bytes[62..<126])
    }

    private static func signify(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard bytes[2..<4].elementsEqual("BK".utf8) else { return .notAKey }
        let rounds = bytes[4..<8].reduce(0) { $0 << 8 | Int($1) }
        guard rounds == 0 else { return sealed("bcrypt, \(rounds) rounds") }
        let secret = bytes[40..<104]
        guard SHA512.hash(data: secret).prefix(8).elementsEqual(bytes[24..<32]) else { return .notAKey }
        return open(secret)
    }

    private static func open(_ secret: ArraySlice<UInt8>) -> PrivateKeyReading {
        PrivateKeyReading(PrivateKey("Ed25519", seed: secret.prefix(32), publicBytes: secret.suffix(32)))
    }

    private static func sealed(_ derivation: String) -> PrivateKeyReading {
        .whole(
            PrivateKey(
                "Ed25519", protection: .passphrase, sealing: KeySealing(cipher: nil, derivation: derivation)))
    }
}
