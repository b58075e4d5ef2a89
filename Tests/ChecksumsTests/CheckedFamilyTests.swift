import Checksums
import Testing

@Suite struct CheckedFamilyTests {
    private static func completed(_ family: CheckedFamily, _ body: String) -> String? {
        family.completed(Array(body.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What BIP-39 and NIP-19 publish.
    @Test func keysAreEncoded() {
        let zeros = String(repeating: "0", count: 32)
        #expect(Self.completed(.bip39, zeros) == String(repeating: "abandon ", count: 11) + "about")
        let number = "67dea2ed018072d675f5415ecfaed7d2" + "597555e202d85b3d65ea4e58d2d92ffa"
        #expect(
            Self.completed(.bech32, "nsec:" + number) == "nsec1" + "vl029mgpspedva04g90vltkh6fvh240"
                + "zqtv9k0t9af8935ke9laqsnlfe5")
        #expect(Self.completed(.bech32, "NSEC:" + number)?.hasPrefix("NSEC1VL029") == true)
        #expect(Self.completed(.rippleBase58Check, "00" + String(repeating: "0", count: 40))?.first == "r")
    }

    @Test(arguments: [
        CheckedFamily.bech32, .bech32m, .base58check, .rippleBase58Check, .cb58, .antelopeK1, .antelopeR1, .crc16Base32,
        .bip39, .ed25519, .ed25519Base58, .ed25519Numbers,
    ])
    func whatIsNoBodyIsRefused(family: CheckedFamily) {
        #expect(Self.completed(family, "0g") == nil)
        #expect(Self.completed(family, "abc") == nil)
        #expect(Self.completed(family, "github_0") == nil)
    }

    @Test func pairsOfNumbers() throws {
        let seed = String(repeating: "01", count: 32)
        let numbers = try #require(Self.completed(.ed25519Numbers, seed)).split(separator: ",")
        #expect(numbers.count == 64 && numbers[..<32].allSatisfy { $0 == "1" })
        #expect(Self.completed(.ed25519, seed)?.count == 128)
    }
}
