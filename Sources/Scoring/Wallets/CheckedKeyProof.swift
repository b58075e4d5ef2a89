import Findings
import Rules

/// Judges keys that carry a check in their own text: bech32, Base58Check, base32 with CRC-16, pairs of Ed25519.
///
/// | key | verdict | score | severity at most |
/// |---|---|---|---|
/// | its check holds | proven | 0.97 | the rule's |
/// | the same, of a test network | proven | 0.97 | low |
/// | the same, under a passphrase | proven | 0.95 | low |
/// | the same, but its bytes follow a pattern | plausible | 0.1 | |
/// | published by its makers as an example | plausible | 0.9 | |
/// | its check fails, or it is of another kind | impossible | | |
enum CheckedKeyProof {
    /// The ways in which keys are written, one for each proof.
    enum Coding { case bech32, base58, base32, ed25519Pair }

    static func judge(_ text: Span<UInt8>, _ secret: Range<Int>, _ coding: Coding) -> Judgement {
        let value = SpelledText.undone(text, secret)
        guard let key = key(value, coding) else { return .impossible }
        if PublishedKeys.contains(value) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        if KeyPattern.isVisible(in: key.material) { return Judgement(verdict: .plausible, score: KeyPattern.score) }
        let limit: Severity? = key.isEncrypted || key.network == .test ? .low : nil
        return Judgement(verdict: .proven, score: key.isEncrypted ? 0.95 : 0.97, severityLimit: limit)
    }

    static func facts(
        _ text: Span<UInt8>, _ secret: Range<Int>, _ coding: Coding
    ) -> (reason: String, details: [Finding.Detail]) {
        guard let key = key(SpelledText.undone(text, secret), coding) else {
            return ("has the shape of a key with a check", [])
        }
        let proof =
            switch coding {
            case .bech32, .base58, .base32: "its check digits hold"
            case .ed25519Pair: "its public half follows from its private half"
            }
        return ("reads as a key of \(key.system) (\(key.kind)), and \(proof)", key.details)
    }

    private static func key(_ value: [UInt8], _ coding: Coding) -> CheckedKey? {
        switch coding {
        case .bech32: Bech32Key.read(value)
        case .base58: Base58Key.read(value)
        case .base32: Base32Key.read(value)
        case .ed25519Pair: Ed25519Pair.read(value)
        }
    }
}
