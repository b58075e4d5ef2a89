import Checksums

/// Private keys in bech32. Whose a key is, its prefix says.
enum Bech32Key {
    private struct Format {
        let prefix: String
        let system: String
        let kind: String
        let sizes: [Int]
        var network = CheckedKey.Network.main
        var isEncrypted = false
    }

    /// Sources: C2SP/C2SP `age.md` and age-keygen(1); nostr-protocol/nips 19 and 49; MystenLabs/sips SIP-15 (one byte
    /// for the scheme, then the key); ZIP 32, "Sapling extended spending keys"; Jormungandr's `ed25519…` keys as
    /// CIP-5 lists them.
    private static let formats = [
        Format(prefix: "age-secret-key-", system: "age", kind: "X25519 identity", sizes: [32]),
        Format(prefix: "age-secret-key-pq-", system: "age", kind: "post-quantum identity", sizes: [32]),
        Format(prefix: "nsec", system: "Nostr", kind: "private key", sizes: [32]),
        Format(prefix: "ncryptsec", system: "Nostr", kind: "private key", sizes: [91], isEncrypted: true),
        Format(prefix: "suiprivkey", system: "Sui", kind: "private key", sizes: [33]),
        Format(
            prefix: "secret-extended-key-main", system: "Zcash", kind: "Sapling extended spending key", sizes: [169]),
        Format(
            prefix: "secret-extended-key-test", system: "Zcash", kind: "Sapling extended spending key", sizes: [169],
            network: .test),
        Format(
            prefix: "secret-extended-key-regtest", system: "Zcash", kind: "Sapling extended spending key",
            sizes: [169], network: .test),
        Format(prefix: "xprv", system: "Cardano", kind: "extended private key", sizes: [96]),
    ]

    /// The key that `text` is; `nil` if its check fails, or it is none of these.
    static func read(_ text: [UInt8]) -> CheckedKey? {
        guard let code = Bech32(text.span), code.variant == .bech32, let payload = code.payload,
            let format = formats.first(where: { code.prefix == Array($0.prefix.utf8) }) ?? cardano(code.prefix),
            format.sizes.contains(payload.count)
        else { return nil }
        return CheckedKey(
            system: format.system, kind: format.kind, network: format.network, isEncrypted: format.isEncrypted,
            material: payload)
    }

    /// CIP-5: `addr_sk` and its kin are keys of Ed25519, 32 bytes or extended 64 (`kes_sk` longer); with `xsk`, a chain
    /// code follows, and in cardano-cli the public key stands before that.
    private static func cardano(_ prefix: [UInt8]) -> Format? {
        let name = String(decoding: prefix, as: UTF8.self)
        if name.hasSuffix("_xsk") {
            return Format(prefix: name, system: "Cardano", kind: "extended private key", sizes: [64, 96, 128])
        }
        if name == "ed25519bip32_sk" {
            return Format(prefix: name, system: "Cardano", kind: "extended private key", sizes: [96])
        }
        if name.hasSuffix("_sk") {
            return Format(prefix: name, system: "Cardano", kind: "private key", sizes: [32, 64, 608, 612])
        }
        return nil
    }
}
