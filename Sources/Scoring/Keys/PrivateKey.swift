/// What a private key tells about itself.
struct PrivateKey: Hashable {
    enum Protection: Hashable {
        case none
        /// Sealed under a passphrase.
        case passphrase
        /// Sealed under a passphrase that everybody knows, such as the one that Java's manuals use.
        case publishedPassphrase
        /// The secret part stays in a device or elsewhere; the file only points at it.
        case elsewhere
    }

    /// For people: `RSA`, `ECDSA P-256`, `Ed25519`. `nil` where ciphertext hides it, or it has no name here.
    var algorithm: String?

    /// The size of the modulus or of the curve's field; `nil` where the algorithm's name says it, or ciphertext hides
    /// it.
    var bits: Int?
    var protection: Protection

    /// How a sealed key is sealed, where that can be read.
    var sealing: KeySealing?

    /// When the key was made, for the formats that say so.
    var issuedAt: UTCTime?

    /// What its owner wrote beside it: OpenSSH, PuTTY, key IDs.
    var comment: String?

    /// The first user ID of OpenPGP.
    var owner: String?

    /// How tools of the format name the public half: `SHA256:…` of SSH, the digits of OpenPGP. No secret.
    var fingerprint: String?

    /// The public half, where the key holds it or it follows from the secret.
    var publicKey: PublicKey?

    /// For stores: what the store is called, how many private keys it holds, and under which names.
    var store: String?
    var count: Int?
    var aliases: [String] = []

    /// What does not fit, in a clause, where the key may be one all the same.
    var objection: String?

    /// The algorithm of a secret that two sides share.
    static let symmetric = "symmetric"

    /// What stands in place of an algorithm for a store of keys.
    static let store = "key store"

    init(
        _ algorithm: String?, bits: Int? = nil, protection: Protection = .none, sealing: KeySealing? = nil,
        issuedAt: UTCTime? = nil, publicKey: PublicKey? = nil
    ) {
        self.algorithm = algorithm
        self.bits = bits
        self.protection = protection
        self.sealing = sealing
        self.issuedAt = issuedAt
        self.publicKey = publicKey
    }

    /// A key of RSA, if its numbers belong together at all.
    init?(_ numbers: RSANumbers) {
        self.init("RSA", bits: numbers.bits, publicKey: numbers.publicKey)
        switch numbers.fit {
        case .whole: break
        case .exponentsDiffer: objection = "its exponents do not belong to its modulus"
        case .none: return nil
        }
    }

    /// A key of DSA, if its numbers belong together.
    init?(_ numbers: DSANumbers) {
        guard numbers.isConsistent else { return nil }
        self.init("DSA", bits: numbers.bits, publicKey: numbers.publicKey)
    }

    /// A key on a curve, if its secret is in range, and the point that is said to belong to it does.
    init?(_ curve: KeyCurve, secret: ArraySlice<UInt8>, point: ArraySlice<UInt8>?) {
        self.init("ECDSA " + curve.name, bits: curve.bits)
        switch KeyPoint.fit(curve, secret: secret, point: point) {
        case .proven(let key): publicKey = key
        case .unknown(let key): publicKey = key
        case .none: return nil
        }
    }

    /// A key of RFC 8410, if the public half that is said to belong to it does.
    init?(_ name: String, seed: ArraySlice<UInt8>, publicBytes: ArraySlice<UInt8>? = nil) {
        self.init(name)
        let computed = KeyPoint.raw(name, seed: seed)
        if let computed, let publicBytes, !computed.elementsEqual(publicBytes) { return nil }
        publicKey = (computed?[...] ?? publicBytes).flatMap { PublicKey.raw(name, $0) }
    }
}
