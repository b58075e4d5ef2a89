import Findings
import Testing

@testable import Scoring

@Suite struct OpenPGPKeyTests {
    private static let label = "PGP PRIVATE KEY " + "BLOCK"

    /// Version 4, RSA with a modulus of 16 bits, and whatever stands behind the public part.
    private static func packet(secretPart: [UInt8], tag: UInt8 = 5) -> [UInt8] {
        let body: [UInt8] = [4, 0x65, 0x53, 0xF1, 0x00, 1, 0, 16, 0x80, 1, 0, 17, 1, 0, 1] + secretPart
        return [0xC0 | tag, UInt8(body.count)] + body
    }

    private static func armour(_ bytes: [UInt8], checksum: UInt32? = nil) -> String {
        let crc = checksum ?? OpenPGPKey.checksum(bytes)
        let digits = TokenWriter.base64([UInt8(crc >> 16 & 255), UInt8(crc >> 8 & 255), UInt8(crc & 255)])
        let text = Armour.wrap(label, bytes, headers: "Version: GnuPG v2\n\n")
        return text.split(separator: "-----END").joined(separator: "=" + digits + "\n-----END")
    }

    /// RFC 9580, section 6.1.1 names the start value; an empty text has it as its checksum.
    @Test func checksumStartsWithItsStartValue() {
        #expect(OpenPGPKey.checksum([]) == 0xB7_04CE)
        // The value that the catalogue of parametrised CRC algorithms lists for CRC-24/OPENPGP.
        #expect(OpenPGPKey.checksum(Array("123456789".utf8)) == 0x21_CF02)
    }

    @Test func openKeyIsProven() {
        let text = Self.armour(Self.packet(secretPart: [0] + [UInt8](repeating: 3, count: 40)))
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.98))
        #expect(
            details(.privateKeyPEM, text) == [
                "key_type": "RSA", "bits": "16", "encrypted": "no", "issued": "2023-11-14T22:13:20Z",
            ])
    }

    @Test func wrongChecksumIsImpossible() {
        let bytes = Self.packet(secretPart: [0] + [UInt8](repeating: 3, count: 40))
        #expect(judge(.privateKeyPEM, Self.armour(bytes, checksum: 1)) == .impossible)
    }

    @Test func protectedKeyIsOfMediumSeverity() {
        let secret: [UInt8] = [254, 7, 3, 8] + [UInt8](repeating: 1, count: 60)
        let text = Self.armour(Self.packet(secretPart: secret))
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.95, severityLimit: .medium))
    }

    @Test func keyWhoseSecretIsElsewhereIsOfLowSeverity() {
        let stub: [UInt8] = [255, 0, 101, 2] + Array("GNU".utf8) + [1]
        #expect(judge(.privateKeyPEM, Self.armour(Self.packet(secretPart: stub))).severityLimit == .low)
        // A subkey in the clear behind the stub is a leak all the same.
        let both = Self.packet(secretPart: stub) + Self.packet(secretPart: [0] + [1, 2, 3, 4, 5], tag: 7)
        #expect(judge(.privateKeyPEM, Self.armour(both)) == Judgement(verdict: .proven, score: 0.98))
    }

    @Test func publicKeyIsImpossible() {
        #expect(judge(.privateKeyPEM, Self.armour(Self.packet(secretPart: [0, 1, 2], tag: 6))) == .impossible)
    }
}
