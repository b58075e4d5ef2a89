import Checksums
import Rules

/// Keys of wallets made by code, so that no file of this tree holds one.
struct WalletKeys {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func hex(_ count: Int) -> String {
        String(decoding: Hexadecimal.encode(random.bytes(count)), as: UTF8.self)
    }

    /// A body of `count` random bytes between two that stand in hexadecimal, with the check of `family`.
    mutating func key(_ family: CheckedFamily, _ front: String, _ count: Int, _ back: String = "") -> String {
        let body = front + hex(count) + back
        return family.completed(Array(body.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A row of `count` words, with or without valid check bits: chance decides.
    mutating func words(_ count: Int) -> [String] {
        (0..<count).map { _ in word(Int.random(in: 0..<2_048, using: &random)) }
    }

    /// The word of BIP-39's list that stands at `index`: the last but one word of a phrase whose other bits are zero.
    private func word(_ index: Int) -> String {
        // 132 bits: the eleven bits before the last eleven are bits 110 to 120.
        var entropy = [UInt8](repeating: 0, count: 16)
        for bit in 0..<11 where index >> (10 - bit) & 1 == 1 {
            entropy[(110 + bit) / 8] |= 0x80 >> UInt8((110 + bit) % 8)
        }
        return BIP39.words(for: entropy).map { String(decoding: $0[10], as: UTF8.self) } ?? ""
    }

    /// One key of every kind that a proof reads.
    static func all(seed: UInt64) -> [(name: String, proof: Proof, text: String)] {
        var keys = WalletKeys(seed: seed)
        let chain = keys.hex(32)
        return [
            ("age", .bech32Key, keys.key(.bech32, "AGE-SECRET-KEY-:", 32)),
            ("age, post-quantum", .bech32Key, keys.key(.bech32, "AGE-SECRET-KEY-PQ-:", 32)),
            ("Nostr", .bech32Key, keys.key(.bech32, "nsec:", 32)),
            ("Nostr, encrypted", .bech32Key, keys.key(.bech32, "ncryptsec:02", 90)),
            ("Sui", .bech32Key, keys.key(.bech32, "suiprivkey:00", 32)),
            ("Cardano", .bech32Key, keys.key(.bech32, "addr_xsk:", 96)),
            ("Zcash", .bech32Key, keys.key(.bech32, "secret-extended-key-main:", 169)),
            ("WIF", .base58Key, keys.key(.base58check, "80", 32)),
            ("WIF, compressed", .base58Key, keys.key(.base58check, "80", 32, "01")),
            ("WIF, test", .base58Key, keys.key(.base58check, "ef", 32, "01")),
            ("BIP-32", .base58Key, keys.key(.base58check, "0488ade4000000000000000000" + chain + "00", 32)),
            ("BIP-38", .base58Key, keys.key(.base58check, "0142e0", 36)),
            ("Tezos", .base58Key, keys.key(.base58check, "0d0f3a07", 32)),
            ("Mina", .base58Key, keys.key(.base58check, "5a01", 32)),
            ("XRP Ledger", .base58Key, keys.key(.rippleBase58Check, "21", 16)),
            ("XRP Ledger, Ed25519", .base58Key, keys.key(.rippleBase58Check, "01e14b", 16)),
            ("Antelope", .base58Key, "PVT_K1_" + keys.key(.antelopeK1, "", 32)),
            ("Avalanche", .base58Key, "PrivateKey-" + keys.key(.cb58, "", 32)),
            ("Stellar", .base32Key, keys.key(.crc16Base32, "90", 32)),
            ("NATS user", .base32Key, keys.key(.crc16Base32, "9500", 32)),
            ("Solana", .ed25519Pair, keys.key(.ed25519Base58, "", 32)),
            ("NEAR", .ed25519Pair, "ed25519:" + keys.key(.ed25519Base58, "", 32)),
        ]
    }
}
