import Findings
import Testing

@testable import Scoring

@Suite struct OpenPGPKeyTests {
    private static let label = "PGP PRIVATE KEY " + "BLOCK"

    private static let p: UInt64 = (1 << 61) - 1
    private static let q: UInt64 = (1 << 62) - 57

    private static func number(_ value: UInt128) -> [UInt8] {
        let digits = (0..<16).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt128($0))) }.drop { $0 == 0 }
        let bits = digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
        return [UInt8(bits >> 8), UInt8(bits & 255)] + digits
    }

    /// Version 4, RSA with a modulus of 123 bits, and whatever stands behind the public part.
    private static func packet(secretPart: [UInt8], tag: UInt8 = 5) -> [UInt8] {
        let body =
            [4, 0x65, 0x53, 0xF1, 0x00, 1] + number(UInt128(p) * UInt128(q)) + number(65_537) + secretPart
        return [0xC0 | tag, UInt8(body.count)] + body
    }

    /// The secret numbers in the clear, and their sum.
    private static func open(p: UInt64 = p, offset: Int = 0) -> [UInt8] {
        let numbers =
            number(DERWriter.privateExponent(Self.p, Self.q)) + number(UInt128(p)) + number(UInt128(Self.q))
            + number(12_345)
        let sum = numbers.reduce(offset) { $0 + Int($1) }
        return [0] + numbers + [UInt8(sum >> 8 & 255), UInt8(sum & 255)]
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
        let text = Self.armour(Self.packet(secretPart: Self.open()))
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.98))
        let facts = details(.privateKeyPEM, text)
        #expect(facts["key_type"] == "RSA" && facts["bits"] == "123" && facts["encrypted"] == "no")
        #expect(facts["issued"] == "2023-11-14T22:13:20Z" && facts["fingerprint"]?.count == 40)
    }

    @Test func numbersThatDoNotBelongTogetherAreImpossible() {
        for wrong in [Self.open(p: Self.p ^ 2), Self.open(offset: 1), [0], [0, 1, 2, 3]] {
            #expect(judge(.privateKeyPEM, Self.armour(Self.packet(secretPart: wrong))) == .impossible)
        }
    }

    @Test func firstUserIDIsTold() {
        let name = Array("Test <test@example.org>".utf8)
        let text = Self.armour(Self.packet(secretPart: Self.open()) + [0xC0 | 13, UInt8(name.count)] + name)
        #expect(details(.privateKeyPEM, text)["user_id"] == "Test <test@example.org>")
    }

    @Test func wrongChecksumIsImpossible() {
        let bytes = Self.packet(secretPart: Self.open())
        #expect(judge(.privateKeyPEM, Self.armour(bytes, checksum: 1)) == .impossible)
    }

    @Test func protectedKeyIsOfMediumSeverity() {
        let secret: [UInt8] = [254, 7, 3, 8] + [UInt8](repeating: 1, count: 60)
        let text = Self.armour(Self.packet(secretPart: secret))
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.95, severityLimit: .medium))
        let facts = details(.privateKeyPEM, text)
        #expect(facts["cipher"] == "AES-128" && facts["derivation"] == "iterated S2K")
    }

    @Test func keyWhoseSecretIsElsewhereIsOfLowSeverity() {
        let stub: [UInt8] = [255, 0, 101, 2] + Array("GNU".utf8) + [1]
        #expect(judge(.privateKeyPEM, Self.armour(Self.packet(secretPart: stub))).severityLimit == .low)
        // A subkey in the clear behind the stub is a leak all the same.
        let both = Self.packet(secretPart: stub) + Self.packet(secretPart: Self.open(), tag: 7)
        #expect(judge(.privateKeyPEM, Self.armour(both)) == Judgement(verdict: .proven, score: 0.98))
    }

    @Test func publicKeyIsImpossible() {
        #expect(judge(.privateKeyPEM, Self.armour(Self.packet(secretPart: [0, 1, 2], tag: 6))) == .impossible)
    }
}
