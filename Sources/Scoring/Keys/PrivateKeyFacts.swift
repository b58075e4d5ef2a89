import Findings

/// What reports say about a private key.
enum PrivateKeyFacts {
    static func facts(_ reading: PrivateKeyReading) -> (reason: String, details: [Finding.Detail]) {
        switch reading {
        case .whole(let key): return ("parses as \(name(of: key)), \(protection(of: key))", details(of: key))
        case .likely(let key, _):
            let objection = key.objection.map { ", but \($0)" } ?? ""
            return ("has the form of \(name(of: key)), \(protection(of: key))\(objection)", details(of: key))
        case .sealed(let key): return ("holds \(name(of: key)) as ciphertext of the right size", details(of: key))
        case .fragment: return ("begins as a private key, and is cut off", [])
        case .notAKey: return ("has the header of a private key", [])
        }
    }

    private static func name(of key: PrivateKey) -> String {
        guard let algorithm = key.algorithm else { return "a private key" }
        let size = key.bits.map { " of \($0) bits" } ?? ""
        if algorithm == PrivateKey.symmetric { return "a symmetric key\(size)" }
        if algorithm == PrivateKey.store { return key.store.map { "\($0) with private keys" } ?? "a key store" }
        // The letters that are spoken with a vowel in front: "an RSA key", "an ML-DSA key".
        let article = algorithm.first.map { "EMRX".contains($0) } == true ? "an" : "a"
        return "\(article) \(algorithm) private key\(size)"
    }

    private static func protection(of key: PrivateKey) -> String {
        switch key.protection {
        case .none: "not encrypted"
        case .passphrase: "encrypted"
        case .publishedPassphrase: "under a password that is published"
        case .elsewhere: "its secret part kept elsewhere"
        }
    }

    private static func details(of key: PrivateKey) -> [Finding.Detail] {
        let protection: (name: String, value: String) =
            switch key.protection {
            case .none: ("encrypted", "no")
            case .passphrase: ("encrypted", "yes")
            case .publishedPassphrase: ("encrypted", "with a password that is published")
            case .elsewhere: ("secret_part", "elsewhere")
            }
        let facts: [(name: String, value: String?)] = [
            ("key_type", key.algorithm), ("bits", key.bits.map(String.init)), (protection.name, protection.value),
            ("cipher", key.sealing?.cipher), ("derivation", key.sealing?.derivation), ("comment", key.comment),
            ("user_id", key.owner), ("issued", key.issuedAt?.rfc3339), ("private_keys", key.count.map(String.init)),
            ("aliases", key.aliases.isEmpty ? nil : key.aliases.joined(separator: ", ")),
            ("fingerprint", key.fingerprint), ("public_key_sha256", key.publicKey?.digest.hexadecimal),
        ]
        return facts.compactMap { fact in fact.value.map { Finding.Detail(name: fact.name, value: $0) } }
    }
}
