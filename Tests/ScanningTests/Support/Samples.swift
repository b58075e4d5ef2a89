import RuleCompilation

@testable import RuleCompilation

/// Texts with credentials in them, made from seeds: no file of ours may hold one.
enum Samples {
    /// What a template gives for a seed.
    static func text(_ template: String, seed: UInt64) throws -> [UInt8] {
        try Template(template).bytes(seed: seed)
    }

    static func keyID(_ seed: UInt64) throws -> [UInt8] {
        try text("AKIAY{base32:15}", seed: seed)
    }

    /// An id and its secret on two lines, about 100 bytes.
    static func pair(_ seed: UInt64) throws -> [UInt8] {
        try text("aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}", seed: seed)
    }

    /// 3.3 kB.
    static func sessionToken(_ seed: UInt64) throws -> [UInt8] {
        try text("IQoJb3JpZ2luX2Vj{base64:3284}", seed: seed)
    }

    /// An encrypted key of 12 kB, which is as long as one of RSA with 16,384 bits.
    static func longPEM(_ seed: UInt64) -> [UInt8] {
        var random = RuleCompilation.SeededGenerator(seed: seed)
        let pkcs5: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05]
        let hmac = DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09])
        let aes = DER.identifier([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A])
        let derivation = DER.sequence(
            DER.identifier(pkcs5 + [0x0C]),
            DER.sequence(DER.octets(random.bytes(16)), DER.integer([8, 0]), DER.sequence(hmac, DER.null)))
        let key = DER.sequence(
            DER.sequence(
                DER.identifier(pkcs5 + [0x0D]),
                DER.sequence(derivation, DER.sequence(aes, DER.octets(random.bytes(16))))),
            DER.octets(random.bytes(8_960)))
        let dashes = String(repeating: "-", count: 5)
        let lines = Base64.padded(key).lines(ofLength: 64).joined(separator: "\n")
        return Array(
            "\(dashes)BEGIN ENCRYPTED PRIVATE KEY\(dashes)\n\(lines)\n\(dashes)END ENCRYPTED PRIVATE KEY\(dashes)".utf8)
    }
}
