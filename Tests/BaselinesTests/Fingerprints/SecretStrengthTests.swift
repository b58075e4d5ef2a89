import Checksums
import Testing

@testable import Baselines

@Suite struct SecretStrengthTests {
    private static func bits(_ text: String) -> Double { SecretStrength.bits(of: Array(text.utf8)[...]) }

    @Test(arguments: [
        "", "a", "hunter" + "2", "P@ss" + "w0rd123", "Summer" + "2024!Company#1", "correct" + "-horse-battery-staple",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrstuvwxyz", "12345678901234567890123456789",
        "qwertyuiopasdfghjklzxcvbnm", "Ab3$Ab3$Ab3$Ab3$Ab3$Ab3$Ab3$", "postgres" + "-production-password-2024",
        "administrator" + "administrator", "7f3a9c1e5b", "0000000000000000000000000000000000000000",
        "my" + "-very-long-database-password", "Zx8" + "kQ2mVb7Lp",
    ])
    func whatPeopleMakeIsWeak(text: String) {
        #expect(Self.bits(text) < SecretStrength.weak, "\(Self.bits(text))")
    }

    @Test func encodingsOfWeakTextsAreWeak() {
        let basic = ["YWRtaW5pc3RyYXRvcjpwYX", "Nzd29yZDEyMzQ="].joined()
        #expect(Self.bits(basic) < SecretStrength.weak)
        #expect(Self.bits(basic.filter { $0 != "=" }) < SecretStrength.weak)
        let hexadecimal = Hexadecimal.text(Array(("administrator:" + "pass" + "word1234").utf8))
        #expect(Self.bits(hexadecimal) < SecretStrength.weak)
        #expect(Self.bits(hexadecimal.uppercased()) < SecretStrength.weak)
    }

    @Test func whatIsMadeAtRandomIsStrong() {
        var generator = SeededGenerator(seed: 1)
        var weakCount = 0
        for _ in 0..<300 {
            if Self.bits(generator.text(24)) < SecretStrength.weak { weakCount += 1 }
            #expect(Self.bits(generator.text(32)) >= SecretStrength.weak)
            #expect(Self.bits(generator.text(32, of: "0123456789abcdef")) >= SecretStrength.weak)
            #expect(
                Self.bits(generator.text(40, of: SeededGenerator.lettersAndDigits + "+/")) >= SecretStrength.doubtful)
        }
        #expect(weakCount < 9, "they read as words by chance")
    }

    @Test func theEstimateIsNeverAboveTheTruth() {
        var generator = SeededGenerator(seed: 2)
        for count in 1..<64 {
            #expect(Self.bits(generator.text(count, of: "01")) <= Double(count) * 3.33)
            #expect(Self.bits(generator.text(count)) <= Double(count) * 5.96)
            #expect(Self.bits(generator.text(count)) >= 0)
        }
    }

    @Test func anyBytesHaveAnEstimate() {
        var generator = SeededGenerator(seed: 3)
        for count in [1, 2, 3, 40, 255, 256, 257, 5000] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(SecretStrength.bits(of: bytes[...]).isFinite)
            #expect((SecretStrength.bits(of: bytes[...]) >= SecretStrength.weak) == (count >= 40))
        }
    }
}
