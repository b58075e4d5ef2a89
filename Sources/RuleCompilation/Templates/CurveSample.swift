import Crypto

/// Secrets on curves, with the public halves that follow from them.
enum CurveSample: Sendable {
    case p256, p384, p521
    /// Nothing here computes on it: the point is random.
    case secp256k1

    /// The content of the curve's object identifier.
    var identifier: [UInt8] {
        switch self {
        case .p256: [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]
        case .p384: [0x2B, 0x81, 0x04, 0, 0x22]
        case .p521: [0x2B, 0x81, 0x04, 0, 0x23]
        case .secp256k1: [0x2B, 0x81, 0x04, 0, 0x0A]
        }
    }

    /// A secret of the curve's width, and a point without compression.
    func pair(using random: inout SeededGenerator) -> (secret: [UInt8], point: [UInt8]) {
        while true {
            // One secret in 2^32 is out of range.
            switch self {
            case .p256:
                let secret = random.bytes(32)
                guard let key = try? P256.Signing.PrivateKey(rawRepresentation: secret) else { continue }
                return (secret, Array(key.publicKey.x963Representation))
            case .p384:
                let secret = random.bytes(48)
                guard let key = try? P384.Signing.PrivateKey(rawRepresentation: secret) else { continue }
                return (secret, Array(key.publicKey.x963Representation))
            case .p521:
                let secret = [0] + random.bytes(65)
                guard let key = try? P521.Signing.PrivateKey(rawRepresentation: secret) else { continue }
                return (secret, Array(key.publicKey.x963Representation))
            case .secp256k1:
                return ([0x7F] + random.bytes(31), [4] + random.bytes(64))
            }
        }
    }

    /// A seed of Ed25519, and its public half: 32 bytes each.
    static func ed25519(using random: inout SeededGenerator) -> (seed: [UInt8], half: [UInt8]) {
        while true {
            let seed = random.bytes(32)
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { continue }
            return (seed, Array(key.publicKey.rawRepresentation))
        }
    }

    /// A secret of X25519 as `wg genkey` makes it: 32 bytes.
    static func x25519(using random: inout SeededGenerator) -> [UInt8] {
        var secret = random.bytes(32)
        secret[0] &= 0xF8
        secret[31] = secret[31] & 0x3F | 0x40
        return secret
    }
}
