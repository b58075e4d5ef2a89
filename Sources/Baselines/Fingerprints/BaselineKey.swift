import Checksums
import Crypto
import Findings

/// The key of a baseline, and what is derived from it.
struct BaselineKey: Sendable {
    /// The fewest bytes of a key that is kept outside.
    static let shortest = FingerprintKey.shortest

    /// The bytes of a key that is kept inside.
    static let lengthInside = 32

    /// The characters of `id`.
    static let idLength = 16

    /// The first 8 bytes of an HMAC under the key, in hexadecimal digits. It names a key that was made at random, and
    /// gives nothing of it away.
    let id: String

    private let bytes: Secret
    private let fingerprints: FingerprintKey

    /// Returns `nil` when `bytes` has fewer than `shortest` bytes.
    init?(_ bytes: [UInt8]) {
        guard let fingerprints = FingerprintKey(bytes) else { return nil }
        self.fingerprints = fingerprints
        self.bytes = Secret(bytes)
        id = Hexadecimal.text(Self.derived("key id", from: bytes).prefix(Self.idLength / 2))
    }

    func fingerprint(of secret: Secret, ruleID: String) -> String {
        fingerprints.fingerprint(of: secret, ruleID: ruleID)
    }

    /// What makes scrypt's work for one baseline and one rule of no use for another.
    func scryptSalt(ruleID: String) -> [UInt8] {
        Self.derived("scrypt salt\0" + ruleID, from: bytes.reveal())
    }

    /// HMAC-SHA-256 of a label. The zero in front keeps it apart from every fingerprint: those begin with a rule's id.
    private static func derived(_ label: String, from key: [UInt8]) -> [UInt8] {
        let text = [0] + Array(("keyhound baseline " + label).utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: key)))
    }
}
