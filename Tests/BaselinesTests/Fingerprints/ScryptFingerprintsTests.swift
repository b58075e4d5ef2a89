import Findings
import Testing

@testable import Baselines

@Suite struct ScryptFingerprintsTests {
    private static let key = BaselineKey([UInt8](repeating: 7, count: 32))

    private static func fingerprint(rounds: Int) throws -> String? {
        let key = try #require(Self.key)
        let keyed = key.fingerprint(of: Secret(Array("secret".utf8)), ruleID: "rule")
        return ScryptFingerprints(rounds: rounds).fingerprint(of: keyed, salt: key.scryptSalt(ruleID: "rule"))
    }

    /// Computed by another implementation, Python:
    ///
    ///     key = b"\x07" * 32
    ///     keyed = "hmac-sha256:" + hmac.new(key, b"rule\0secret", "sha256").hexdigest()
    ///     salt = hmac.new(key, b"\0keyhound baseline scrypt salt\0rule", "sha256").digest()
    ///     made = hashlib.scrypt(keyed.encode(), salt=salt, n=N, r=8, p=1, maxmem=1 << 26, dklen=32)
    ///     hmac.new(made, b"", "sha256").hexdigest()
    @Test func itIsScryptOfTheKeyedFingerprint() throws {
        #expect(
            try Self.fingerprint(rounds: 16)
                == "scrypt:ac9617bc3974b5060584d4f4acc7a18a8b4a316cceda1f7b536d72389253bed5")
    }

    /// The format's own cost, once.
    @Test func theCostIsTheFormats() throws {
        #expect(
            try Self.fingerprint(rounds: ScryptFingerprints.rounds)
                == "scrypt:7bda09c010b7a5b38d227e3b8b2584e474a7c8cdf7269da6ead7c0ac11b4f067")
    }

    /// `hmac.new(key, b"\0keyhound baseline key id", "sha256").hexdigest()[:16]`
    @Test func keysHaveNames() {
        #expect(Self.key?.id == "81d7bd3f5dc7ed56")
        #expect(BaselineKey([UInt8](repeating: 7, count: 15)) == nil)
    }

    @Test func whatWasMadeIsRemembered() throws {
        let key = try #require(Self.key)
        let fingerprints = ScryptFingerprints(rounds: 2)
        let first = fingerprints.fingerprint(of: "x", salt: key.scryptSalt(ruleID: "rule"))
        #expect(fingerprints.fingerprint(of: "x", salt: []) == first)
        #expect(fingerprints.fingerprint(of: "y", salt: key.scryptSalt(ruleID: "rule")) != first)
    }

    @Test func whatScryptCannotDoIsNil() {
        #expect(ScryptFingerprints(rounds: 3).fingerprint(of: "x", salt: []) == nil)
    }
}
