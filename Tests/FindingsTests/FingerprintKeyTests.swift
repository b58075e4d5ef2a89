import Findings
import Testing

@Suite struct FingerprintKeyTests {
    private static func key(_ byte: UInt8, count: Int = 32) throws -> FingerprintKey {
        try #require(FingerprintKey([UInt8](repeating: byte, count: count)))
    }

    @Test func keysHaveSixteenBytesAtLeast() {
        for count in 0..<16 { #expect(FingerprintKey([UInt8](repeating: 7, count: count)) == nil) }
        for count in [16, 17, 64, 1000] { #expect(FingerprintKey([UInt8](repeating: 7, count: count)) != nil) }
    }

    /// Computed by another implementation: Python's `hmac.new(b"\x07" * 32, b"rule\0" + b"secret", "sha256")`.
    @Test func itIsHMACOfRuleAndSecret() throws {
        let fingerprint = try Self.key(7).fingerprint(of: Secret(Array("secret".utf8)), ruleID: "rule")
        #expect(fingerprint == "hmac-sha256:2b851444064231221ac187c34668fc3a16e794511826bb5c33de1fc51ddfa8ae")
    }

    @Test func keyRuleAndSecretCount() throws {
        let secret = Secret(Array("secret".utf8))
        let all = [
            try Self.key(7).fingerprint(of: secret, ruleID: "rule"),
            try Self.key(8).fingerprint(of: secret, ruleID: "rule"),
            try Self.key(7).fingerprint(of: secret, ruleID: "rules"),
            try Self.key(7).fingerprint(of: Secret(Array("ecret".utf8)), ruleID: "rules"),
            try Self.key(7).fingerprint(of: Secret(Array("secreT".utf8)), ruleID: "rule"),
        ]
        #expect(Set(all).count == all.count)
        #expect(all[0] == (try Self.key(7).fingerprint(of: secret, ruleID: "rule")))
    }
}
