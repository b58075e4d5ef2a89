import Checksums
import Findings

/// Judges private keys that are nothing but 32 bytes in hexadecimal, found by a name beside them.
///
/// | key | verdict | score |
/// |---|---|---|
/// | a number that the curve has | plausible | the rule's |
/// | its bytes follow a pattern | plausible | 0.1 |
/// | published by its makers as an example | plausible | 0.9 |
/// | no number that the curve has, or no 32 bytes | impossible | |
enum HexKeyProof {
    /// What the number must be.
    enum Curve {
        /// Anything: a seed.
        case any
        /// From 1 to below the order: Ethereum and its kin.
        case secp256k1
        /// Below the order of Ed25519's base point, lowest byte first: Monero reduces its keys.
        case ed25519Scalar
    }

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, _ curve: Curve, confidence: Float) -> Judgement {
        let digits = digits(text, secret)
        guard let key = Hexadecimal.decode(digits.span), isNumber(key, of: curve) else { return .impossible }
        if PublishedKeys.contains(digits) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        let score = KeyPattern.isVisible(in: key) ? KeyPattern.score : confidence
        return Judgement(verdict: .plausible, score: score)
    }

    static func reason(_ curve: Curve) -> String {
        switch curve {
        case .any: "is 32 bytes beside a name of such a key"
        case .secp256k1: "is a private key of the curve secp256k1 by its name and size"
        case .ed25519Scalar: "is below the order of Ed25519, as one number in sixteen of this size"
        }
    }

    /// In lower case, without `0x`.
    static func digits(_ text: Span<UInt8>, _ secret: Range<Int>) -> [UInt8] {
        let start = text.starts(with: "0x", at: secret.lowerBound) ? secret.lowerBound + 2 : secret.lowerBound
        return (start..<secret.upperBound).map { text[$0] | 0x20 }
    }

    private static func isNumber(_ key: [UInt8], of curve: Curve) -> Bool {
        guard key.count == 32 else { return false }
        switch curve {
        case .any: return true
        case .secp256k1: return Secp256k1.isPrivateKey(key)
        case .ed25519Scalar: return isReduced(key)
        }
    }

    /// RFC 8032, section 5.1: L = 2^252 + 27742317777372353535851937790883648493.
    private static func isReduced(_ key: [UInt8]) -> Bool {
        let order: InlineArray<32, UInt8> = [
            0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        for place in (0..<32).reversed() where key[place] != order[place] { return key[place] < order[place] }
        return false
    }
}
