/// What a private key tells about itself.
struct PrivateKey: Hashable {
    enum Protection: Hashable {
        case none
        /// Sealed under a passphrase.
        case passphrase
        /// The secret part stays in a device or elsewhere; the file only points at it.
        case elsewhere
    }

    /// For people: `RSA`, `ECDSA P-256`, `Ed25519`. `nil` where ciphertext hides it, or it has no name here.
    var algorithm: String?

    /// The size of the modulus or of the curve's field; `nil` where the algorithm's name says it, or ciphertext hides
    /// it.
    var bits: Int?
    var protection: Protection

    /// When the key was made, for the formats that say so.
    var issuedAt: UTCTime?

    init(_ algorithm: String?, bits: Int? = nil, protection: Protection = .none, issuedAt: UTCTime? = nil) {
        self.algorithm = algorithm
        self.bits = bits
        self.protection = protection
        self.issuedAt = issuedAt
    }
}
