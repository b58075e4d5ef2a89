import Checksums
import Findings
import Rules
import Testing

@testable import Scoring

@Suite struct CheckedKeyTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func keysAreProven(seed: UInt64) {
        for key in WalletKeys.all(seed: seed) {
            let judgement = judge(key.proof, key.text)
            #expect(judgement.verdict == .proven, "\(key.name)")
            #expect(judgement.disposition == .report && judgement.score >= 0.95, "\(key.name)")
        }
    }

    private static let digits = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

    /// Check digits of 30 bits and more, and the pairs: no change of one character passes.
    @Test func noChangeOfOneCharacterPasses() {
        for key in WalletKeys.all(seed: 3) where key.proof != .base32Key {
            var passed = 0
            let text = Array(key.text.utf8)
            for place in text.indices {
                // Of the pairs, each try of which is a multiplication on the curve, some places.
                if key.proof == .ed25519Pair, place % 8 != 0 { continue }
                for other in Self.digits where other != text[place] {
                    var changed = text
                    changed[place] = other
                    if judge(key.proof, changed) != .impossible { passed += 1 }
                }
            }
            #expect(passed == 0, "\(key.name)")
        }
    }

    /// A CRC of 16 bits finds every burst of up to 16 bits, so every change of one character, which is five bits.
    @Test func noChangeOfOneCharacterPassesTheCRC() {
        for key in WalletKeys.all(seed: 4) where key.proof == .base32Key {
            let text = Array(key.text.utf8)
            for place in text.indices {
                for other in Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8) where other != text[place] {
                    var changed = text
                    changed[place] = other
                    #expect(judge(key.proof, changed) == .impossible)
                }
            }
        }
    }

    @Test func whatIsLongerOrShorterIsImpossible() {
        for key in WalletKeys.all(seed: 5) {
            for length in 0..<key.text.count {
                #expect(judge(key.proof, String(key.text.prefix(length))) == .impossible)
            }
            #expect(judge(key.proof, key.text + "a") == .impossible)
        }
    }

    @Test func whatIsWorthLessIsLessSevere() {
        let severities = Dictionary(
            uniqueKeysWithValues: WalletKeys.all(seed: 6).map { ($0.name, judge($0.proof, $0.text).severityLimit) })
        let low = ["WIF, test", "BIP-38", "Nostr, encrypted"]
        for (name, limit) in severities { #expect(limit == (low.contains(name) ? .low : nil), "\(name)") }
    }

    @Test func keysTellWhatTheyAre() {
        let facts = Dictionary(
            uniqueKeysWithValues: WalletKeys.all(seed: 7).map { ($0.name, details($0.proof, $0.text)) })
        #expect(
            facts["WIF, test"] == [
                "system": "Bitcoin", "kind": "private key, compressed", "network": "test", "encrypted": "no",
            ])
        #expect(facts["BIP-32"]?["depth"] == "0")
        #expect(facts["BIP-38"]?["encrypted"] == "yes")
        #expect(facts["NATS user"]?["kind"] == "seed of a user key")
        #expect(facts["NEAR"]?["system"] == "NEAR" && facts["Solana"]?["system"] == "Solana")
    }

    @Test func aPairOfNumbersIsRead() {
        var keys = WalletKeys(seed: 8)
        let numbers = keys.key(.ed25519Numbers, "", 32)
        #expect(judge(.ed25519Pair, "[" + numbers + "]").verdict == .proven)
        #expect(judge(.ed25519Pair, "[\n  " + numbers.replacing(",", with: ",\n  ") + "\n]").verdict == .proven)
        #expect(judge(.ed25519Pair, "[" + numbers + ",1]") == .impossible)
        #expect(judge(.ed25519Pair, "[" + numbers.replacing(",", with: ";") + "]") == .impossible)
    }

    /// BIP-32, test vector 5: check digits that hold, and fields that no key has.
    @Test(arguments: [
        "0488ade4000000000000000000" + "CHAIN" + "04" + "KEY", "0488ade4000000000000000000" + "CHAIN" + "01" + "KEY",
        "0488ade4000000000100000000" + "CHAIN" + "00" + "KEY", "0488ade4000000000000000001" + "CHAIN" + "00" + "KEY",
        "0488ade4000000000000000000" + "CHAIN" + "00" + "ZERO", "0488ade4000000000000000000" + "CHAIN" + "00" + "ORDER",
        "00000000000000000000000000" + "CHAIN" + "00" + "KEY", "0488b21e000000000000000000" + "CHAIN" + "00" + "KEY",
    ])
    func extendedKeysWithOddFieldsAreImpossible(fields: String) {
        var keys = WalletKeys(seed: 9)
        let order = "fffffffffffffffffffffffffffffffe" + "baaedce6af48a03bbfd25e8cd0364141"
        let body = fields.replacing("CHAIN", with: keys.hex(32)).replacing("KEY", with: keys.hex(32))
            .replacing("ZERO", with: String(repeating: "0", count: 64)).replacing("ORDER", with: order)
        #expect(judge(.base58Key, keys.key(.base58check, body, 0)) == .impossible)
    }

    @Test func patternsAreNoSecrets() {
        for body in [String(repeating: "0", count: 63) + "1", String(repeating: "11", count: 32)] {
            var keys = WalletKeys(seed: 1)
            #expect(judge(.base58Key, keys.key(.base58check, "80" + body, 0)).score < 0.2)
            #expect(judge(.bech32Key, keys.key(.bech32, "nsec:" + body, 0)).score < 0.2)
        }
        let counting = (0..<32).map { String($0, radix: 16) }.map { $0.count < 2 ? "0" + $0 : $0 }.joined()
        var keys = WalletKeys(seed: 1)
        #expect(judge(.base32Key, keys.key(.crc16Base32, "90" + counting, 0)).score < 0.2)
    }
}
