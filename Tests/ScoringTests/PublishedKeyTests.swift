import Checksums
import Findings
import Rules
import Testing

@testable import Scoring

/// Keys that specifications and development tools publish: their checks hold, and they are no leak.
@Suite struct PublishedKeyTests {
    static let keys: [(parts: [String], proof: Proof)] = [
        // age-keygen(1).
        (["AGE-SECR", "ET-K", "EY-1N9JEPW6DWJ0ZQ", "UDX63F5A03GX8QUW7PXDE39N8UYF82VZ9PC8UFS3M7XA9"], .bech32Key),
        (["AGE-SECR", "ET-K", "EY-PQ-1K30MYPZAHAXHR22", "YHH27EGDVLU0QNSUH3DSV7J7NR3X6D9LHXNWSDLTV4T"], .bech32Key),
        // NIP-19 and NIP-49.
        (["nsec1", "vl029mgpspedva04g90vltkh6fvh240", "zqtv9k0t9af8935ke9laqsnlfe5"], .bech32Key),
        (
            [
                "ncryptsec1", "qgg9947rlpvqu76pj5ecreduf9jxhselq2nae2kghhvd5g7dgjtcxfqtd67p9m0w57lsp",
                "w8gsq6yphnm8623nsl8xn9j4jdzz84zm3frztj3z7s35vpzmqf6ksu8r89qk5z2zxfmu5gv8th8wclt0h4p",
            ], .bech32Key
        ),
        // BIP-32, test vectors 1 and 3.
        (
            [
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4", "stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMR",
                "NNU3TGtRBeJgk33yuGBxrMPHi",
            ], .base58Key
        ),
        (
            [
                "xprv9uPDJpEQgRQfDcW7BkF7eTya6RPxXeJCqCJGHuCJ", "4GiRVLzkTXBAJMu2qaMWPrS7AANYqdq6vcBcBUdJCV",
                "VFceUvJFjaPdGZ2y9WACViL4L",
            ], .base58Key
        ),
        // BIP-38: no compression; compression; EC multiplication, without and with lot.
        (["6PRVWUbkzzsbcVac2qwfssoUJAN1X", "hrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg"], .base58Key),
        (["5KN7MzqK5wt2TP1fQCYyHBtDr", "XdJuXbUzm4A9rKAteGu3Qi5CVR"], .base58Key),
        (["6PYNKZ1EAgYgmQfmNVamxyXVWHzK", "5s6DGhwP4J5o44cvXdoY7sRzhtpUeo"], .base58Key),
        (["L44B5gGEpqEDRS9vVPz7QT35", "jcBG2r3CZwSwQ4fCewXAhAhqGVpP"], .base58Key),
        (["6PfQu77ygVyJLZjfvMLyhLMQbYnu", "5uguoJJ4kMCLqWwPEdfpwANVS76gTX"], .base58Key),
        (["6PgNBNNzDkKdhkT6uJntUXwwzQV8", "Rr2tZcbkDcuC9DZRsS6AtHts4Ypo1j"], .base58Key),
        // SEP-5.
        (["SBGWSG6BTNCKCOB3DIFBGCVMUPQF", "YPA2G4O34RMTB343OYPXU5DJDVMN"], .base32Key),
        // docs.nats.io, "NKeys"; nats-io/nkeys.
        (["SUACSSL3UAHUDXKFSNVUZRF5UHPMW", "Z6BFDTJ7M6USDXIEDNPPQYYYCU3VY"], .base32Key),
        (["SUAKYRHVIOREXV7EUZTBHUHL7NUMH", "PMAS7QMDU3GTIUWEI5LDNOXD43IZY"], .base32Key),
        // XRP Ledger, the first account; EOSIO's development key in both forms.
        (["snoPBrXtMeMyMH", "UVTgbuqAfg1SUTb"], .base58Key),
        (["5KQwrPbwdL6PhXujxW37FSSQ", "Z1JiwsST4cqQzDeyXtP79zkvFD3"], .base58Key),
        (["PVT_K1_", "2bfGi9rYsXQSXXTvJbDAPhHLQUo", "jjaNLomdm3cEJ1XTzMqUt3V"], .base58Key),
        // Avalanche's local network, Tezos' sandbox.
        (["PrivateKey-", "ewoqjP7PxY4yr3iLTpLisriqt", "94hdyDFNgchSxGGztUrTXtNN"], .base58Key),
        (["edsk3QoqBuvdamxouPhin7swCvkQ", "Ngq4jP5KZPbwWNnwdZpSpJiEbq"], .base58Key),
        // Hardhat's accounts 0 and 19, Substrate's //Alice.
        (["0xac0974bec39a17e36ba4a6b4d238ff94", "4bacb478cbed5efcae784d7bf4f2ff80"], .secp256k1Key),
        (["df57089febbacf7ba0bc227dafbffa9f", "c08a93fdc68e1e42411a14efcf23656e"], .secp256k1Key),
        (["0xe5be9a5092b81bca64be81d212e7f2f9", "eba183bb7a90954f7b76361f6edb5c0a"], .hexSeed),
        // BIP-39; Hardhat; Ganache; Substrate.
        ([String(repeating: "abandon ", count: 11), "about"], .mnemonic),
        (["ozone drill grab fiber curtain grace ", "pudding thank cruise elder eight picnic"], .mnemonic),
        ([String(repeating: "test ", count: 11), "junk"], .mnemonic),
        (["myth like bonus scare over problem ", "client lizard pioneer submit female collect"], .mnemonic),
        (["bottom drive obey lake curtain smoke ", "basket hold race lonely fit walk"], .mnemonic),
    ]

    @Test(arguments: 0..<keys.count)
    func publishedKeysAreRecognised(number: Int) {
        let text = Self.keys[number].parts.joined()
        #expect(judge(Self.keys[number].proof, text).disposition == .documentationExample)
        #expect(!PublishedKeys.contains(Array(text.utf8.dropLast())))
    }

    /// xrpl.org, "Cryptographic Keys", and XRPLF/xrpl-py: seeds of both curves.
    @Test(arguments: [
        (["sn259rEFXrQrWyx3Q7", "XneWcwV6dfL"], "secp256k1 seed"),
        (["sEdTM1uX8pu2do5X", "vTnutH6HsouMaM2"], "Ed25519 seed"),
    ])
    func seedsOfTheXRPLedger(parts: [String], kind: String) {
        #expect(judge(.base58Key, parts.joined()).verdict == .proven)
        #expect(details(.base58Key, parts.joined())["kind"] == kind)
    }

    /// mina-signer's examples.
    @Test(arguments: [
        ["EKFKgDtU3rcuFTVSEpmpXSkukj", "mX4cKefYREi6Sdsk7E7wsT7KRw"],
        ["EKEdDGiN9Zd9TaSPcNjs3nB6vs", "9JS3WCgdsrfyEeLcQpnXNR7j6E"],
    ])
    func keysOfMina(parts: [String]) {
        #expect(judge(.base58Key, parts.joined()).verdict == .proven)
        #expect(details(.base58Key, parts.joined())["system"] == "Mina")
    }
}
