import Findings
import Rules

/// Judges private keys of every format.
///
/// | key | verdict | score | severity at most |
/// |---|---|---|---|
/// | parses, in the clear, and what can be checked holds | proven | 0.98 | the rule's |
/// | parses, under a passphrase that is published | proven | 0.98 | the rule's |
/// | parses, under a passphrase | proven | 0.95 | medium |
/// | parses, secret part in a device or left out | proven | 0.9 | low |
/// | n = p · q, but the exponents belong to another key | plausible | 0.6 | the rule's |
/// | nothing in it can be checked | plausible | by its format | by its protection |
/// | RFC 1421 ciphertext of the right size | plausible | 0.87 | medium |
/// | begins as a key and is cut off | plausible | 0.3 | the rule's |
/// | published as an example | plausible | 0.9 | not reported |
/// | no body, a placeholder, a body that does not parse, numbers that do not belong together | impossible | | |
enum PrivateKeyProof {
    /// What the key is, read in the format of its rule.
    ///
    /// - Parameters:
    ///   - match: all that the rule's pattern matched, as a range in `text`.
    ///   - secret: the part of `match` that is the secret.
    static func reading(
        _ proof: Proof, _ text: Span<UInt8>, _ match: Range<Int>, _ secret: Range<Int>
    ) -> PrivateKeyReading {
        switch proof {
        case .privateKeyPEM: PEMBlock(text, match).map { PrivateKeyReading($0) } ?? .notAKey
        case .privateKeyFile: KeyFile.read(text, match)
        case .jsonWebKey: JSONWebKey.read(SpelledText.undone(text, match, percent: .kept))
        case .wireGuardKey: WireGuardKey.read(text, match, secret)
        case .keyStore: KeyStore.read(match.map { text[$0] })
        default: .notAKey
        }
    }

    static func judge(_ reading: PrivateKeyReading) -> Judgement {
        if let key = reading.key?.publicKey, PublishedPairs.contains(key.digest) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        switch reading {
        case .whole(let key):
            return Judgement(
                verdict: .proven, score: score(of: key.protection), severityLimit: severityLimit(key.protection))
        case .likely(let key, let score):
            return Judgement(verdict: .plausible, score: score, severityLimit: severityLimit(key.protection))
        case .sealed: return Judgement(verdict: .plausible, score: 0.87, severityLimit: .medium)
        case .fragment: return Judgement(verdict: .plausible, score: 0.3)
        case .notAKey: return .impossible
        }
    }

    private static func score(of protection: PrivateKey.Protection) -> Float {
        switch protection {
        case .none, .publishedPassphrase: 0.98
        case .passphrase: 0.95
        case .elsewhere: 0.9
        }
    }

    private static func severityLimit(_ protection: PrivateKey.Protection) -> Severity? {
        switch protection {
        case .none, .publishedPassphrase: nil
        case .passphrase: .medium
        case .elsewhere: .low
        }
    }
}
