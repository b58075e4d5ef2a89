import Findings

/// Judges PEM and PGP private keys.
///
/// | block | verdict | score | severity at most |
/// |---|---|---|---|
/// | parses, in the clear | proven | 0.98 | the rule's |
/// | parses, under a passphrase | proven | 0.95 | medium |
/// | parses, secret part in a device or left out | proven | 0.9 | low |
/// | RFC 1421 ciphertext of the right size | plausible | 0.87 | medium |
/// | begins as a key and is cut off | plausible | 0.3 | the rule's |
/// | no body, a placeholder, or a body that does not parse | impossible | | |
enum PrivateKeyProof {
    static func judge(_ text: Span<UInt8>, _ match: Range<Int>) -> Judgement {
        guard let block = PEMBlock(text, match) else { return .impossible }
        switch PrivateKeyReading(block) {
        case .whole(let key):
            switch key.protection {
            case .none: return Judgement(verdict: .proven, score: 0.98)
            case .passphrase: return Judgement(verdict: .proven, score: 0.95, severityLimit: .medium)
            case .elsewhere: return Judgement(verdict: .proven, score: 0.9, severityLimit: .low)
            }
        case .sealed: return Judgement(verdict: .plausible, score: 0.87, severityLimit: .medium)
        case .fragment: return Judgement(verdict: .plausible, score: 0.3)
        case .notAKey: return .impossible
        }
    }

    static func facts(_ text: Span<UInt8>, _ match: Range<Int>) -> (reason: String, details: [Finding.Detail]) {
        guard let block = PEMBlock(text, match) else { return ("has the header of a private key", []) }
        switch PrivateKeyReading(block) {
        case .whole(let key): return ("parses as \(name(of: key)), \(protection(of: key))", details(of: key))
        case .sealed(let key): return ("holds \(name(of: key)) as ciphertext of the right size", details(of: key))
        case .fragment: return ("begins as a private key, and is cut off", [])
        case .notAKey: return ("has the header of a private key", [])
        }
    }

    private static func name(of key: PrivateKey) -> String {
        guard let algorithm = key.algorithm else { return "a private key" }
        // The letters that are spoken with a vowel in front: "an RSA key", "an ML-DSA key".
        let article = algorithm.first.map { "EMRX".contains($0) } == true ? "an" : "a"
        let size = key.bits.map { " of \($0) bits" } ?? ""
        return "\(article) \(algorithm) private key\(size)"
    }

    private static func protection(of key: PrivateKey) -> String {
        switch key.protection {
        case .none: "not encrypted"
        case .passphrase: "encrypted"
        case .elsewhere: "its secret part kept elsewhere"
        }
    }

    private static func details(of key: PrivateKey) -> [Finding.Detail] {
        var details: [Finding.Detail] = []
        if let algorithm = key.algorithm { details.append(Finding.Detail(name: "key_type", value: algorithm)) }
        if let bits = key.bits { details.append(Finding.Detail(name: "bits", value: String(bits))) }
        switch key.protection {
        case .none: details.append(Finding.Detail(name: "encrypted", value: "no"))
        case .passphrase: details.append(Finding.Detail(name: "encrypted", value: "yes"))
        case .elsewhere: details.append(Finding.Detail(name: "secret_part", value: "elsewhere"))
        }
        if let issued = key.issuedAt { details.append(Finding.Detail(name: "issued", value: issued.rfc3339)) }
        return details
    }
}
