import Findings
import Testing

@testable import Scoring

@Suite struct DERKeyTests {
    private static let rsaLabel = "RSA PRIVATE " + "KEY"
    private static let label = "PRIVATE " + "KEY"
    /// Two primes, so that the product is a modulus: 2^61 - 1 and 2^62 - 57.
    private static let p: UInt64 = (1 << 61) - 1
    private static let q: UInt64 = (1 << 62) - 57
    private static let rsa = DERWriter.rsa(modulus: UInt128(p) * UInt128(q), p: p, q: q)

    private static func pkcs8(_ algorithm: [UInt8], _ inner: [UInt8]) -> [UInt8] {
        DERWriter.sequence(DERWriter.integer(0), algorithm, DERWriter.octets(inner))
    }

    private static func identifier(_ bytes: [UInt8]) -> [UInt8] { DERWriter.node(0x06, bytes) }

    @Test func rsaKeyIsProven() {
        let text = Armour.wrap(Self.rsaLabel, Self.rsa)
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.98))
        var facts = details(.privateKeyPEM, text)
        #expect(facts.removeValue(forKey: "public_key_sha256")?.count == 64)
        #expect(facts == ["key_type": "RSA", "bits": "123", "encrypted": "no"])
        #expect(reason(.privateKeyPEM, text) == "parses as an RSA private key of 123 bits, not encrypted")
    }

    @Test func modulusThatIsNotTheProductIsImpossible() {
        let product = UInt128(Self.p) * UInt128(Self.q)
        for bit in UInt128(0)..<120 {
            let wrong = DERWriter.rsa(modulus: product ^ (1 << bit), p: Self.p, q: Self.q)
            #expect(judge(.privateKeyPEM, Armour.wrap(Self.rsaLabel, wrong)) == .impossible)
        }
    }

    @Test func exponentOfAnotherKeyIsAnObjection() {
        let product = UInt128(Self.p) * UInt128(Self.q)
        let exponent = DERWriter.privateExponent(Self.p, Self.q)
        for wrong in [exponent + 1, exponent ^ 1 << 77, 3, 65_537] {
            let text = Armour.wrap(
                Self.rsaLabel, DERWriter.rsa(modulus: product, p: Self.p, q: Self.q, exponent: wrong))
            #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .plausible, score: 0.6))
            #expect(
                reason(.privateKeyPEM, text)
                    == "has the form of an RSA private key of 123 bits, not encrypted, "
                    + "but its exponents do not belong to its modulus")
        }
        // Any of the exponents that differ by the least common multiple will do.
        let other = exponent % (UInt128(Self.p - 1) * UInt128(Self.q - 1) / 2)
        let text = Armour.wrap(Self.rsaLabel, DERWriter.rsa(modulus: product, p: Self.p, q: Self.q, exponent: other))
        #expect(judge(.privateKeyPEM, text).verdict == .proven)
    }

    @Test func productsAreToldFromOtherNumbers() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            let (left, right) = (random.next() | 1 << 63, random.next() | 1 << 63)
            let product = left.multipliedFullWidth(by: right)
            func digits(_ value: UInt64) -> [UInt8] {
                (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
            }
            let whole = digits(product.high) + digits(product.low)
            #expect(RSAModulus.isProduct(whole[...], digits(left)[...], digits(right)[...]))
            var wrong = whole
            wrong[Int(random.next() % 16)] ^= UInt8(1) << UInt8(random.next() % 8)
            #expect(!RSAModulus.isProduct(wrong[...], digits(left)[...], digits(right)[...]))
        }
    }

    @Test func keysInPKCS8AreProven() {
        let rsa = Self.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1])
        let ed25519 = Self.identifier([0x2B, 0x65, 0x70])
        let seed = DERWriter.octets([UInt8](repeating: 7, count: 32))
        for (key, type) in [
            (Self.pkcs8(DERWriter.sequence(rsa, [5, 0]), Self.rsa), "RSA"),
            (Self.pkcs8(DERWriter.sequence(ed25519), seed), "Ed25519"),
        ] {
            let text = Armour.wrap(Self.label, key)
            #expect(judge(.privateKeyPEM, text).verdict == .proven)
            #expect(details(.privateKeyPEM, text)["key_type"] == type)
        }
        let short = Self.pkcs8(DERWriter.sequence(ed25519), DERWriter.octets([1, 2, 3]))
        #expect(judge(.privateKeyPEM, Armour.wrap(Self.label, short)) == .impossible)
    }

    @Test func sealedKeysAreOfMediumSeverity() {
        let scheme = Self.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 13])
        let key = DERWriter.sequence(
            DERWriter.sequence(scheme, DERWriter.sequence()), DERWriter.octets([UInt8](repeating: 9, count: 64)))
        let text = Armour.wrap("ENCRYPTED PRIVATE " + "KEY", key)
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.95, severityLimit: .medium))
        #expect(details(.privateKeyPEM, text) == ["encrypted": "yes"])
    }

    @Test func sealingIsNamed() {
        let pkcs5: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5]
        let aes = Self.identifier([0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 42])
        let derivation = DERWriter.sequence(
            Self.identifier(pkcs5 + [12]),
            DERWriter.sequence(DERWriter.octets([1, 2, 3, 4, 5, 6, 7, 8]), DERWriter.integer(600_000)))
        let scheme = DERWriter.sequence(
            Self.identifier(pkcs5 + [13]),
            DERWriter.sequence(derivation, DERWriter.sequence(aes, DERWriter.octets([UInt8](repeating: 3, count: 16)))))
        let key = DERWriter.sequence(scheme, DERWriter.octets([UInt8](repeating: 9, count: 64)))
        let text = Armour.wrap("ENCRYPTED PRIVATE " + "KEY", key)
        #expect(
            details(.privateKeyPEM, text) == [
                "encrypted": "yes", "cipher": "AES-256-CBC", "derivation": "PBKDF2, 600000 rounds",
            ])
    }

    @Test func ciphertextOfRFC1421IsPlausible() {
        var random = SeededGenerator(seed: 4)
        let headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
        let text = Armour.wrap(Self.rsaLabel, random.bytes(608), headers: headers)
        let judgement = judge(.privateKeyPEM, text)
        #expect(judgement.verdict == .plausible && judgement.severityLimit == .medium && judgement.score == 0.87)
        let odd = Armour.wrap(Self.rsaLabel, random.bytes(607), headers: headers)
        #expect(judge(.privateKeyPEM, odd) == .impossible)
    }

    @Test func otherStructuresAreImpossible() {
        var random = SeededGenerator(seed: 6)
        let certificate = DERWriter.sequence(DERWriter.sequence(DERWriter.integer(2)), DERWriter.sequence())
        let publicKey = DERWriter.sequence(DERWriter.integer(UInt128(Self.p)), DERWriter.integer(65_537))
        for body in [certificate, publicKey, random.bytes(1_200), [0x30, 0x00], [0x30]] {
            #expect(judge(.privateKeyPEM, Armour.wrap(Self.rsaLabel, body)) == .impossible)
        }
    }

    @Test func deepNestingIsRefusedWithoutTrapping() {
        var body: [UInt8] = []
        for _ in 0..<3_000 where body.count < 12_000 { body = DERWriter.node(0x30, body) }
        #expect(judge(.privateKeyPEM, Armour.wrap(Self.label, body)) == .impossible)
        let wide = DERWriter.node(0x30, Array([[UInt8]](repeating: [5, 0], count: 6_000).joined()))
        #expect(judge(.privateKeyPEM, Armour.wrap(Self.label, wide)) == .impossible)
    }
}
