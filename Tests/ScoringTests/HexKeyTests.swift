import Checksums
import Findings
import Testing

@testable import Scoring

@Suite struct HexKeyTests {
    @Test func aNumberOfTheCurveIsPlausible() {
        var keys = WalletKeys(seed: 1)
        let key = keys.hex(32)
        #expect(judge(.secp256k1Key, key) == Judgement(verdict: .plausible, score: 0.4))
        #expect(judge(.secp256k1Key, "0x" + key.uppercased()) == Judgement(verdict: .plausible, score: 0.4))
        #expect(judge(.hexSeed, key) == Judgement(verdict: .plausible, score: 0.4))
        #expect(normalised(.secp256k1Key, "0x" + key.uppercased()) == key)
        #expect(judge(.secp256k1Key, String(key.dropLast(2))) == .impossible)
    }

    @Test func theOrderAndZeroAreNoKeys() {
        let order = "fffffffffffffffffffffffffffffffe" + "baaedce6af48a03bbfd25e8cd036414"
        #expect(judge(.secp256k1Key, order + "1") == .impossible)
        #expect(judge(.secp256k1Key, order + "2") == .impossible)
        #expect(judge(.secp256k1Key, order + "0").verdict == .plausible)
        #expect(judge(.secp256k1Key, String(repeating: "0", count: 64)) == .impossible)
        #expect(judge(.secp256k1Key, String(repeating: "0", count: 63) + "1").score < 0.2)
    }

    /// L itself, and one less: RFC 8032, section 5.1.
    @Test func scalarsOfEd25519AreReduced() {
        let tail = "d3f55c1a631258d69cf7a2def9de14" + String(repeating: "0", count: 30) + "10"
        #expect(judge(.ed25519Scalar, "ed" + tail) == .impossible)
        #expect(judge(.ed25519Scalar, "ec" + tail).verdict == .plausible)
        var keys = WalletKeys(seed: 2)
        var passed = 0
        for _ in 0..<3_200 where judge(.ed25519Scalar, keys.hex(32)) != .impossible { passed += 1 }
        #expect((140...260).contains(passed), "\(passed)")
    }
}
