import Blobs
import Findings
import Testing

@Suite struct MaskerTests {
    private static func masker(_ secrets: String...) -> Masker {
        var masker = Masker(sparesWords: false)
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

    @Test(arguments: [
        "password", "mysql", "TEST_PASSWORD", "letmein123", "SuperSecret", "askpass-password", "my.pass word", "redis",
    ])
    func wordsAreNotLookedFor(word: String) {
        var masker = Masker()
        masker.insert(Secret(Array(word.utf8)))
        #expect(masker.mask("see \(word)") == "see \(word)")
    }

    @Test(arguments: ["k7RvBq2x", "xkcdqwrtz", "a1b2c3d4", "hunter12345", "p@ssword", "ZQWJKXVB", "sK1sK1sK1"])
    func everythingElseIs(secret: String) {
        var masker = Masker()
        masker.insert(Secret(Array(secret.utf8)))
        #expect(masker.mask("see \(secret)") == "see [redacted]")
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
        var masker = Masker(sparesWords: false)
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
