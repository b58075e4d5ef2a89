/// How a fingerprint is made: what stands before its colon.
enum FingerprintKind: String, CaseIterable {
    /// HMAC-SHA-256 of rule and secret: `FingerprintKey`.
    case hmac = "hmac-sha256"

    /// The same, put through scrypt, for what could be guessed: `ScryptFingerprints`.
    case scrypt

    /// Whether a fingerprint is of this kind.
    func made(_ fingerprint: String) -> Bool {
        fingerprint.utf8.starts(with: (rawValue + ":").utf8)
    }
}
