import Checksums
import Findings
import Testing

@testable import Scoring

@Suite struct MnemonicTests {
    @Test(arguments: [16, 20, 24, 28, 32])
    func phrasesAreProven(count: Int) {
        var keys = WalletKeys(seed: UInt64(count))
        for _ in 0..<20 {
            let phrase = keys.key(.bip39, "", count)
            #expect(judge(.mnemonic, phrase) == Judgement(verdict: .proven, score: 0.97))
            #expect(details(.mnemonic, phrase) == ["scheme": "BIP-39", "words": String(count * 3 / 4)])
        }
    }

    @Test func whateverStandsBetween() {
        var keys = WalletKeys(seed: 2)
        let phrase = keys.key(.bip39, "", 16)
        let words = phrase.split(separator: " ")
        let numbered = words.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        for text in [
            words.joined(separator: ", "), words.joined(separator: "\", \""), words.joined(separator: "\n"), numbered,
            phrase.uppercased(), "is " + phrase + " keep it", "this: " + phrase + ".",
            words.joined(separator: "\\n"),
        ] {
            #expect(judge(.mnemonic, text).verdict == .proven, "\(text)")
            #expect(normalised(.mnemonic, text) == phrase)
        }
    }

    /// Of random rows of 12 words, one in sixteen has check bits that hold; Electrum's version bits take one more in
    /// two hundred.
    @Test func oneRandomRowInSixteenPasses() {
        var keys = WalletKeys(seed: 12)
        let rows = 6_400
        var passed = 0
        for _ in 0..<rows where judge(.mnemonic, keys.words(12).joined(separator: " ")) != .impossible { passed += 1 }
        // Expected 432 with a standard deviation of 20.
        #expect((350...510).contains(passed), "\(passed)")
    }

    /// Of 18 words one in 64 passes.
    @Test func longerRowsPassLess() {
        var keys = WalletKeys(seed: 13)
        var passed = 0
        for _ in 0..<6_400 where judge(.mnemonic, keys.words(18).joined(separator: " ")) != .impossible { passed += 1 }
        #expect((60...140).contains(passed), "\(passed)")
    }

    @Test(arguments: [
        "one two three four five six seven eight nine ten eleven twelve", "", "zoo",
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
    ])
    func otherTextIsImpossible(text: String) {
        #expect(judge(.mnemonic, text) == .impossible)
    }

    @Test func repeatedWordsAreNoSecret() {
        let judgement = judge(.mnemonic, String(repeating: "abandon ", count: 14) + "address")
        #expect(judgement == .impossible || judgement.score < 0.2)
        var keys = WalletKeys(seed: 1)
        #expect(judge(.mnemonic, keys.key(.bip39, String(repeating: "55", count: 20), 0)).score < 0.2)
    }

    /// lightningnetwork/lnd `aezeed/cipherseed_test.go`, two seeds: their CRC holds, BIP-39's check bits do not.
    @Test(arguments: [
        [
            "ability liquid travel stem barely drastic pact cupboard ",
            "apple thrive morning oak feature tissue couch ",
            "old math inform success suggest drink motion know royal",
        ],
        [
            "able tree stool crush transfer cloud cross three ", "profit outside hen citizen plate ride require leg ",
            "siren drum success suggest drink require fiscal upgrade",
        ],
    ])
    func aezeed(parts: [String]) {
        let phrase = parts.joined()
        #expect(judge(.mnemonic, phrase) == Judgement(verdict: .proven, score: 0.97))
        #expect(details(.mnemonic, phrase)["scheme"] == "aezeed")
        #expect(judge(.mnemonic, phrase.replacing("drink", with: "drip")) == .impossible)
    }

    /// spesmilo/electrum `tests/test_mnemonic.py`, a segwit seed.
    @Test func electrum() {
        let phrase = "wild father tree among universe such " + "mobile favorite target dynamic credit identify"
        #expect(judge(.mnemonic, phrase) == Judgement(verdict: .proven, score: 0.9))
        #expect(details(.mnemonic, phrase)["scheme"] == "Electrum")
    }
}
