import Checksums
import Crypto

/// Makes the fingerprint of a secret: HMAC-SHA-256 of rule and secret under a key that only the user has.
///
/// Without the key a fingerprint says nothing, so it can stand in a report; with it, the same secret has the same
/// fingerprint in every run.
public struct FingerprintKey: Sendable {
    /// The fewest bytes of a key.
    public static let shortest = 16

    private let key: SymmetricKey

    /// Returns `nil` when `bytes` has fewer than `shortest` bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.shortest else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// `hmac-sha256:` and 64 lower-case hexadecimal digits.
    public func fingerprint(of secret: Secret, ruleID: String) -> String {
        var authentication = HMAC<SHA256>(key: key)
        authentication.update(data: Array(ruleID.utf8))
        authentication.update(data: [0])
        authentication.update(data: secret.reveal())
        return "hmac-sha256:" + Hexadecimal.text(authentication.finalize())
    }
}
