import Findings
import Testing

@testable import Scoring

/// Every byte of a key, changed: no reader may trap, whatever a length or a tag says.
@Suite struct DamagedKeyTests {
    private static let keys: [String: [UInt8]] = [
        "RSA PRIVATE " + "KEY": DERWriter.rsa(
            modulus: UInt128((1 << 61) - 1) * UInt128((1 << 62) - 57), p: (1 << 61) - 1, q: (1 << 62) - 57),
        "OPENSSH PRIVATE " + "KEY": SSHWriter().key(),
        "PGP PRIVATE KEY " + "BLOCK": [
            0xC5, 60, 4, 0x65, 0x53, 0xF1, 0x00, 1, 0, 16, 0x80, 1, 0, 17, 1, 0, 1, 254, 7, 3, 8,
        ] + [UInt8](repeating: 1, count: 41),
    ]

    @Test(arguments: keys.keys.sorted())
    func everyChangedByteIsJudged(label: String) throws {
        let key = try #require(Self.keys[label])
        #expect(judge(.privateKeyPEM, Armour.wrap(label, key)).verdict == .proven)
        for index in key.indices {
            for value: UInt8 in [0x00, 0x01, 0x30, 0x7F, 0x80, 0x84, 0xFF, key[index] ^ 1] {
                var changed = key
                changed[index] = value
                _ = judge(.privateKeyPEM, Armour.wrap(label, changed))
            }
        }
    }

    @Test(arguments: keys.keys.sorted())
    func randomDamageIsJudged(label: String) throws {
        let key = try #require(Self.keys[label])
        var random = SeededGenerator(seed: 77)
        for _ in 0..<3_000 {
            var changed = key
            for _ in 0..<1 + random.next() % 6 {
                changed[Int(random.next() % UInt64(key.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            changed.removeLast(Int(random.next() % 3))
            _ = judge(.privateKeyPEM, Armour.wrap(label, changed))
        }
    }

    @Test func damagedTokensAreJudged() {
        var writer = TokenWriter()
        let token = writer.decoded()
        var random = SeededGenerator(seed: 78)
        for _ in 0..<3_000 {
            var changed = token
            for _ in 0..<1 + random.next() % 6 {
                changed[Int(random.next() % UInt64(token.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            let text = TokenWriter.base64(changed)
            _ = judge(.awsSessionToken, text)
            _ = details(.awsSessionToken, text)
        }
    }
}
