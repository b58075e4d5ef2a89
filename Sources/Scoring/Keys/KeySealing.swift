import SwiftASN1

/// How a private key is sealed under a passphrase: the cipher, and how its key is made of the passphrase.
struct KeySealing: Hashable {
    /// Such as `AES-256-CBC`.
    var cipher: String?

    /// Such as `PBKDF2, 2048 rounds`.
    var derivation: String?

    /// What an AlgorithmIdentifier names: PBES2 and PBES1 of RFC 8018, and the schemes of RFC 7292, appendix C.
    init?(_ algorithm: [ASN1Node]) {
        guard let identifier = algorithm.first?.identifierBytes else { return nil }
        if identifier.elementsEqual(Self.pbes2) {
            guard algorithm.count >= 2, let parts = algorithm[1].fields, parts.count == 2 else { return }
            derivation = parts[0].fields.flatMap(Self.derivation)
            cipher = parts[1].fields?.first?.identifierBytes.flatMap(Self.cipher)
        } else if let scheme = Self.scheme(identifier) {
            cipher = scheme
            let rounds = algorithm.count >= 2 ? algorithm[1].fields?.last?.positive.flatMap(Self.count) : nil
            derivation = rounds.map { "\($0) rounds" }
        }
    }

    init(cipher: String?, derivation: String? = nil) {
        self.cipher = cipher
        self.derivation = derivation
    }

    private static let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 13]

    private static func derivation(_ fields: [ASN1Node]) -> String? {
        guard fields.count >= 2, let identifier = fields[0].identifierBytes, let numbers = fields[1].fields,
            numbers.count >= 2
        else { return nil }
        switch Array(identifier) {
        // 1.2.840.113549.1.5.12: salt, rounds.
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 12]:
            return numbers[1].positive.flatMap(count).map { "PBKDF2, \($0) rounds" } ?? "PBKDF2"
        // 1.3.6.1.4.1.11591.4.11 (RFC 7914): salt, cost.
        case [0x2B, 6, 1, 4, 1, 0xDA, 0x47, 4, 11]:
            return numbers[1].positive.flatMap(count).map { "scrypt, N = \($0)" } ?? "scrypt"
        default: return nil
        }
    }

    /// A number small enough to be shown.
    private static func count(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.count <= 7 ? digits.reduce(0) { $0 << 8 | Int($1) } : nil
    }

    private static func cipher(_ identifier: ArraySlice<UInt8>) -> String? {
        switch Array(identifier) {
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 2]: "AES-128-CBC"
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 22]: "AES-192-CBC"
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 42]: "AES-256-CBC"
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 6]: "AES-128-GCM"
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 26]: "AES-192-GCM"
        case [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 46]: "AES-256-GCM"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 3, 7]: "3DES-CBC"
        case [0x2B, 0x0E, 3, 2, 7]: "DES-CBC"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 3, 2]: "RC2-CBC"
        default: nil
        }
    }

    private static func scheme(_ identifier: ArraySlice<UInt8>) -> String? {
        switch Array(identifier) {
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 1]: "MD2 and DES"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 3]: "MD5 and DES"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 6]: "MD5 and RC2"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 10]: "SHA-1 and DES"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 11]: "SHA-1 and RC2"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 1]: "SHA-1 and RC4, 128 bits"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 2]: "SHA-1 and RC4, 40 bits"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 3]: "SHA-1 and 3DES"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 4]: "SHA-1 and 3DES, two keys"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 5]: "SHA-1 and RC2, 128 bits"
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 12, 1, 6]: "SHA-1 and RC2, 40 bits"
        // 1.3.6.1.4.1.42.2.17.1.1: what a Java keystore seals its keys with.
        case [0x2B, 6, 1, 4, 1, 0x2A, 2, 0x11, 1, 1]: "Sun's key protector"
        // 1.3.6.1.4.1.42.2.19.1: what a JCEKS keystore seals its keys with.
        case [0x2B, 6, 1, 4, 1, 0x2A, 2, 0x13, 1]: "MD5 and 3DES"
        default: nil
        }
    }
}
