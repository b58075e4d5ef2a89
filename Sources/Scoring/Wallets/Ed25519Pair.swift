import Checksums

/// A private key of Ed25519 with its public key behind it, 64 bytes: Solana, NEAR, CometBFT.
///
/// It may stand as base58 (Solana's wallets, NEAR behind `ed25519:`), as base64 (CometBFT's `priv_validator_key.json`)
/// or as a JSON array of numbers (Solana's `id.json`). The public half must follow from the private half.
enum Ed25519Pair {
    /// The pair that `text` is; `nil` if the halves do not belong together.
    static func read(_ text: [UInt8]) -> CheckedKey? {
        let (system, bytes) = decoded(text)
        guard let bytes, bytes.count == 64 else { return nil }
        let seed = Array(bytes.prefix(32))
        guard Ed25519.publicKey(of: seed) == Array(bytes.suffix(32)) else { return nil }
        return CheckedKey(system: system, kind: "Ed25519 key pair", material: seed)
    }

    private static func decoded(_ text: [UInt8]) -> (system: String, bytes: [UInt8]?) {
        if text.span.starts(with: nearPrefix, at: 0) {
            return ("NEAR", Base58.bitcoin.decode(Array(text.dropFirst(nearPrefix.utf8.count)).span))
        }
        switch text.first {
        case UInt8(ascii: "["): return ("Solana", numbers(text))
        case _ where text.last == UInt8(ascii: "="): return ("CometBFT", Base64.decode(text.span, 0..<text.count))
        default: return ("Solana", Base58.bitcoin.decode(text.span))
        }
    }

    private static let nearPrefix = "ed25519:"

    /// The numbers of a JSON array; `nil` if one is above 255, or something else stands between.
    private static func numbers(_ text: [UInt8]) -> [UInt8]? {
        let parts = text.dropFirst().dropLast().split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for part in parts {
            let digits = part.filter { !$0.isBlank && !$0.isLineEnd }
            guard (1...3).contains(digits.count), let number = UTCTime.number(digits[...]), number < 256 else {
                return nil
            }
            bytes.append(UInt8(number))
        }
        return bytes
    }
}
