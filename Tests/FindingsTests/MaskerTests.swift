import Blobs
import Findings
import Testing

@Suite struct MaskerTests {
    private static func masker(_ secrets: String...) -> Masker {
        var masker = Masker()
        for secret in secrets { masker.insert(Secret(Array(secret.utf8))) }
        return masker
    }

    @Test func theLongestSecretWins() {
        let masker = Self.masker("abcd", "abcdefgh", "abcdefghijkl")
        #expect(masker.mask("xabcdefghijklx") == "x[redacted]x")
        #expect(masker.mask("xabcdefghijkx") == "x[redacted]ijkx")
        #expect(masker.mask("xabcdefgx") == "x[redacted]efgx")
        #expect(masker.mask("xabcx") == "xabcx")
    }

    @Test func everySecretAtEveryPlace() {
        let masker = Self.masker("alpha-secret", "beta", "gamma-secret-long")
        #expect(
            masker.mask("betabeta, alpha-secret=gamma-secret-long") == "[redacted][redacted], [redacted]=[redacted]")
        #expect(masker.mask("beta") == "[redacted]")
        #expect(masker.mask("bet") == "bet")
        #expect(masker.mask("") == "")
        #expect(masker.mask("bbeta aalpha-secret") == "b[redacted] a[redacted]")
    }

    @Test func secretsThatShareTheirFirstEightBytes() {
        let masker = Self.masker("prefix--one", "prefix--two", "prefix--onetwo")
        #expect(
            masker.mask("prefix--two prefix--one prefix--onetwo prefix--")
                == "[redacted] [redacted] [redacted] prefix--")
    }

    @Test func fewerThanFourBytesAreNotLookedFor() {
        let masker = Self.masker("abc", "x", "")
        #expect(masker.mask("abc x") == "abc x")
        #expect(Self.masker("abcd").mask("abcd") == "[redacted]")
    }

    @Test func bytesThatAreNotTextAndPaths() {
        var masker = Masker()
        masker.insert(Secret([0xFF, 0x00, 0xFE, 0x80, 0xC3]))
        masker.insert(Secret(Array("pa/th".utf8)))
        #expect(masker.mask([0x41, 0xFF, 0x00, 0xFE, 0x80, 0xC3, 0xA9]) == [0x41] + Array("[redacted]".utf8) + [0xA9])
        #expect(masker.mask(RawPath("a/pa/th.txt")) == RawPath("a/[redacted].txt"))
        #expect(masker.mask(RawPath([0xFF, 0x41])) == RawPath([0xFF, 0x41]))
    }

    @Test func mergingKnowsBoth() {
        var masker = Self.masker("first-secret")
        masker.merge(Self.masker("second-secret"))
        #expect(masker.mask("first-secret second-secret") == "[redacted] [redacted]")
        var empty = Masker()
        #expect(empty.mask("first-secret") == "first-secret")
        empty.merge(masker)
        #expect(empty.mask("first-secret second-secret") == "[redacted] [redacted]")
    }

    /// no eight bytes of any secret are left, also where two secrets share bytes.
    @Test func overlappingSecretsLeaveNothing() {
        let (first, second) = ("abcdefgh12345678", "12345678ijklmnopqrst")
        let masked = Self.masker(first, second).mask("key=abcdefgh12345678ijklmnopqrst;")
        #expect(!masked.contains("ijklmnop"), "\(masked)")
        #expect(masked.hasPrefix("key=[redacted]") && masked.hasSuffix(";"))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func noSecretStaysWhole(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("abc".utf8)
        var masker = Masker()
        var secrets: [[UInt8]] = []
        for _ in 0..<6 {
            let secret = random.bytes(Int.random(in: 4...20, using: &random), of: alphabet)
            secrets.append(secret)
            masker.insert(Secret(secret))
        }
        var text = random.bytes(40, of: alphabet)
        for secret in secrets { text += secret + random.bytes(Int.random(in: 0...9, using: &random), of: alphabet) }
        let masked = String(decoding: masker.mask(text), as: UTF8.self).replacing("[redacted]", with: "|")
        for secret in secrets { #expect(!masked.contains(String(decoding: secret, as: UTF8.self))) }
        #expect(masked.contains("|"))
    }
}
