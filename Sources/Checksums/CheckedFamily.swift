/// The ways in which issuers let a token carry its own check.
///
/// A family adds the check to a text: examples of rules are made with it. Proofs compare what stands with what should.
public enum CheckedFamily: String, CaseIterable, Sendable {
    /// `ghp_` and its siblings: six base62 digits of the CRC-32 of what follows the prefix.
    case github

    /// `prefix:hex` as bech32, in the case of the prefix.
    case bech32
    case bech32m
    /// Bytes in hexadecimal, version included, as Base58Check.
    case base58check
    /// The same in the digits of the XRP Ledger.
    case rippleBase58Check = "ripple-base58check"
    /// The same with Avalanche's check.
    case cb58
    /// The same with Antelope's check of a key on the curve K1.
    case antelopeK1 = "antelope-k1"
    /// The same on the curve R1.
    case antelopeR1 = "antelope-r1"
    /// Bytes in hexadecimal, version included, as base32 with a CRC-16 behind them: Stellar, NATS.
    case crc16Base32 = "crc16-base32"
    /// Entropy in hexadecimal as words of BIP-39.
    case bip39
    /// A seed of Ed25519 in hexadecimal, 32 bytes, and its public key behind it.
    case ed25519
    /// The same in base58.
    case ed25519Base58 = "ed25519-base58"
    /// The same in base64.
    case ed25519Base64 = "ed25519-base64"
    /// The same as 64 decimal numbers with commas between.
    case ed25519Numbers = "ed25519-numbers"

    /// Returns `body`, a token without its check, with the check where the family puts it; `nil` if `body` cannot be
    /// the body of such a token.
    public func completed(_ body: [UInt8]) -> [UInt8]? {
        switch self {
        case .github:
            guard let end = body.firstIndex(of: UInt8(ascii: "_")) else { return nil }
            let checked = Array(body[(end + 1)...])
            return body + Base62.digits(CRC32.checksum(of: checked.span), width: 6)
        case .bech32: return EncodedKey.bech32(body, variant: .bech32)
        case .bech32m: return EncodedKey.bech32(body, variant: .bech32m)
        case .base58check: return EncodedKey.base58(body, .bitcoin, .doubleSHA256)
        case .rippleBase58Check: return EncodedKey.base58(body, .ripple, .doubleSHA256)
        case .cb58: return EncodedKey.base58(body, .bitcoin, .singleSHA256)
        case .antelopeK1: return EncodedKey.base58(body, .bitcoin, .ripemd160(curve: "K1"))
        case .antelopeR1: return EncodedKey.base58(body, .bitcoin, .ripemd160(curve: "R1"))
        case .crc16Base32: return EncodedKey.crc16Base32(body)
        case .bip39: return EncodedKey.words(body)
        case .ed25519: return EncodedKey.pair(body).map(Hexadecimal.encode)
        case .ed25519Base58: return EncodedKey.pair(body).map(Base58.bitcoin.encode)
        case .ed25519Base64: return EncodedKey.pair(body).map(EncodedKey.base64)
        case .ed25519Numbers: return EncodedKey.pair(body).map(EncodedKey.numbers)
        }
    }
}
