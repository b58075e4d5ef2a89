/// A private key as version bytes, a body and a check, in base58.
struct Base58KeyFormat {
    /// What stands behind the version bytes.
    enum Body: Hashable {
        /// A private key of secp256k1: 32 bytes, or 33 with a 1 at the end if its public key is used compressed.
        case importFormat
        /// The fields of BIP-32 behind the version: depth, parent, number, chain code, a zero, private key.
        case extended
        /// The flags of BIP-38 with their two highest bits so, and what follows them.
        case encrypted(flags: UInt8)
        /// A private key of Ed25519 and its public key.
        case ed25519Pair
        /// So many bytes, about which nothing is known.
        case opaque(Int)
    }

    let version: [UInt8]
    let system: String
    let kind: String
    let body: Body
    var network = CheckedKey.Network.main
    var isEncrypted = false

    /// Sources: Bitcoin Core `src/kernel/chainparams.cpp` and those of Litecoin, Dogecoin and Dash for the import
    /// format; SLIP-132 for extended keys; BIP-38; Tezos' `src/lib_crypto/base58.ml`; Mina's
    /// `src/lib/base58_check/version_bytes.ml` (0x5A, in front of a version of its own).
    static let bitcoinLike: [Base58KeyFormat] =
        importFormats + extendedFormats + [
            Base58KeyFormat(
                version: [0x01, 0x42], system: "Bitcoin", kind: "private key (BIP-38)",
                body: .encrypted(flags: 0xC0), isEncrypted: true),
            Base58KeyFormat(
                version: [0x01, 0x43], system: "Bitcoin", kind: "private key (BIP-38)", body: .encrypted(flags: 0),
                isEncrypted: true),
            Base58KeyFormat(version: [0x5A, 0x01], system: "Mina", kind: "private key", body: .opaque(32)),
        ] + tezosFormats

    private static let importFormats: [Base58KeyFormat] = [
        wif(0x80, "Bitcoin"), wif(0xEF, "Bitcoin", .test), wif(0xB0, "Litecoin"), wif(0x9E, "Dogecoin"),
        wif(0xF1, "Dogecoin", .test), wif(0xCC, "Dash"),
    ]

    private static func wif(
        _ version: UInt8, _ system: String, _ network: CheckedKey.Network = .main
    ) -> Base58KeyFormat {
        Base58KeyFormat(
            version: [version], system: system, kind: "private key", body: .importFormat, network: network)
    }

    private static let extendedFormats: [Base58KeyFormat] = [
        extended(0x0488_ADE4, "Bitcoin"), extended(0x049D_7878, "Bitcoin"), extended(0x04B2_430C, "Bitcoin"),
        extended(0x0295_B005, "Bitcoin"), extended(0x02AA_7A99, "Bitcoin"), extended(0x0435_8394, "Bitcoin", .test),
        extended(0x044A_4E28, "Bitcoin", .test), extended(0x045F_18BC, "Bitcoin", .test),
        extended(0x0242_85B5, "Bitcoin", .test), extended(0x0257_5048, "Bitcoin", .test),
        extended(0x019D_9CFE, "Litecoin"), extended(0x01B2_6792, "Litecoin"),
        extended(0x0436_EF7D, "Litecoin", .test), extended(0x02FA_C398, "Dogecoin"),
    ]

    private static func extended(
        _ version: UInt32, _ system: String, _ network: CheckedKey.Network = .main
    ) -> Base58KeyFormat {
        Base58KeyFormat(
            version: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: version >> $0) }, system: system,
            kind: "extended private key", body: .extended, network: network)
    }

    private static let tezosFormats: [Base58KeyFormat] = [
        tezos([0x0D, 0x0F, 0x3A, 0x07], "Ed25519 seed", .opaque(32)),
        tezos([0x2B, 0xF6, 0x4E, 0x07], "Ed25519 private key", .ed25519Pair),
        tezos([0x11, 0xA2, 0xE0, 0xC9], "secp256k1 private key", .opaque(32)),
        tezos([0x10, 0x51, 0xEE, 0xBD], "P-256 private key", .opaque(32)),
        tezos([0x07, 0x5A, 0x3C, 0xB3, 0x29], "Ed25519 private key", .opaque(56), isEncrypted: true),
        tezos([0x09, 0xED, 0xF1, 0xAE, 0x96], "secp256k1 private key", .opaque(56), isEncrypted: true),
        tezos([0x09, 0x30, 0x39, 0x73, 0xAB], "P-256 private key", .opaque(56), isEncrypted: true),
    ]

    private static func tezos(
        _ version: [UInt8], _ kind: String, _ body: Body, isEncrypted: Bool = false
    ) -> Base58KeyFormat {
        Base58KeyFormat(version: version, system: "Tezos", kind: kind, body: body, isEncrypted: isEncrypted)
    }

    /// XRP Ledger, "base58 Encodings": a seed of 16 bytes, which sets the curve too.
    static let ripple: [Base58KeyFormat] = [
        Base58KeyFormat(version: [0x21], system: "XRP Ledger", kind: "secp256k1 seed", body: .opaque(16)),
        Base58KeyFormat(version: [0x01, 0xE1, 0x4B], system: "XRP Ledger", kind: "Ed25519 seed", body: .opaque(16)),
    ]

    /// avalanchego `utils/crypto/secp256k1`: `PrivateKey-` and CB58.
    static let avalanche = [
        Base58KeyFormat(version: [], system: "Avalanche", kind: "private key", body: .importFormat)
    ]

    /// Antelope's `PVT_K1_` and `PVT_R1_`.
    static func antelope(curve: String) -> [Base58KeyFormat] {
        [Base58KeyFormat(version: [], system: "Antelope", kind: "private key on \(curve)", body: .opaque(32))]
    }
}
