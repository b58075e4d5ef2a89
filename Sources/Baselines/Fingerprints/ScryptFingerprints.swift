import Checksums
import Crypto
import CryptoExtras
import Synchronization

/// Makes fingerprints that are dear to guess: scrypt, RFC 7914.
///
/// With the key beside it, an HMAC of a weak secret is found by trying: one core tries three million a second, and ten
/// of these, each of which takes 32 MiB (`openssl speed` and a release build, one core of a Xeon, 2026-11-27). So what
/// was made once is remembered.
final class ScryptFingerprints: Sendable {
    /// N of the format. r is 8 and p is 1.
    static let rounds = 1 << 15

    private let rounds: Int

    /// By the keyed fingerprint that went in: it holds no secret.
    private let known = Mutex<[String: String]>([:])

    /// - Parameter rounds: a power of two; only tests need another than the format's.
    init(rounds: Int = ScryptFingerprints.rounds) {
        self.rounds = rounds
    }

    /// `scrypt:` and 64 lower-case hexadecimal digits; `nil` if there is no memory for it.
    ///
    /// The digits are an HMAC-SHA-256 of nothing under the 32 bytes that scrypt makes of the keyed fingerprint, in
    /// ASCII.
    ///
    /// - Parameters:
    ///   - keyed: what `BaselineKey.fingerprint` gives: rule and secret are in it.
    ///   - salt: what `BaselineKey.scryptSalt` gives for the same rule.
    func fingerprint(of keyed: String, salt: [UInt8]) -> String? {
        if let made = known.withLock({ $0[keyed] }) { return made }
        let key = try? KDF.Scrypt.deriveKey(
            from: Array(keyed.utf8), salt: salt, outputByteCount: 32, rounds: rounds, blockSize: 8, parallelism: 1)
        guard let key else { return nil }
        let digits = Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: [UInt8](), using: key))
        let made = FingerprintKind.scrypt.rawValue + ":" + digits
        known.withLock { $0[keyed] = made }
        return made
    }
}
