import Checksums

/// Private keys in base58 with a check: Bitcoin and its kin, Tezos, Mina, XRP Ledger, Avalanche, Antelope.
enum Base58Key {
    private struct Writing {
        let prefix: String
        let digits: Base58
        let check: Base58Check
        let formats: [Base58KeyFormat]
    }

    private static let bitcoin = Writing(
        prefix: "", digits: .bitcoin, check: .doubleSHA256, formats: Base58KeyFormat.bitcoinLike)
    private static let ripple = Writing(
        prefix: "", digits: .ripple, check: .doubleSHA256, formats: Base58KeyFormat.ripple)
    private static let named = [
        Writing(
            prefix: "PrivateKey-", digits: .bitcoin, check: .singleSHA256, formats: Base58KeyFormat.avalanche),
        Writing(
            prefix: "PVT_K1_", digits: .bitcoin, check: .ripemd160(curve: "K1"),
            formats: Base58KeyFormat.antelope(curve: "K1")),
        Writing(
            prefix: "PVT_R1_", digits: .bitcoin, check: .ripemd160(curve: "R1"),
            formats: Base58KeyFormat.antelope(curve: "R1")),
    ]

    /// Seeds of the XRP Ledger have 29 or 31 digits, which no other of these keys has.
    private static let longestSeed = 31

    /// The key that `text` is; `nil` if its check fails, or it is none of these.
    static func read(_ text: [UInt8]) -> CheckedKey? {
        let writing =
            named.first { text.span.starts(with: $0.prefix, at: 0) }
            ?? (text.count <= longestSeed ? ripple : bitcoin)
        let digits = Array(text.dropFirst(writing.prefix.utf8.count))
        guard let bytes = writing.digits.decode(digits.span), let payload = writing.check.payload(of: bytes) else {
            return nil
        }
        for format in writing.formats where payload.starts(with: format.version) {
            if let key = key(format, Array(payload.dropFirst(format.version.count))) { return key }
        }
        return nil
    }

    private static func key(_ format: Base58KeyFormat, _ body: [UInt8]) -> CheckedKey? {
        var key = CheckedKey(
            system: format.system, kind: format.kind, network: format.network, isEncrypted: format.isEncrypted,
            material: body)
        switch format.body {
        case .importFormat:
            let isCompressed = body.count == 33 && body.last == 1
            guard body.count == 32 || isCompressed else { return nil }
            key.material = Array(body.prefix(32))
            if isCompressed { key.kind += ", compressed" }
            return Secp256k1.isPrivateKey(key.material) ? key : nil
        case .extended:
            // BIP-32, "Serialization format" and test vector 5.
            guard body.count == 74, body[41] == 0 else { return nil }
            let isMaster = body[0] == 0
            guard !isMaster || body[1..<9].allSatisfy({ $0 == 0 }) else { return nil }
            key.depth = body[0]
            key.material = Array(body[42...])
            return Secp256k1.isPrivateKey(key.material) ? key : nil
        case .encrypted(let flags):
            guard body.count == 37, body[0] & 0xC0 == flags else { return nil }
            return key
        case .ed25519Pair:
            guard body.count == 64, let publicKey = Ed25519.publicKey(of: Array(body.prefix(32))) else { return nil }
            return publicKey == Array(body.suffix(32)) ? key : nil
        case .opaque(let count):
            return body.count == count ? key : nil
        }
    }
}
