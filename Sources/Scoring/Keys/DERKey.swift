import SwiftASN1

/// Private keys in DER: PKCS#1 (RFC 8017, A.1.2), PKCS#8 (RFC 5958), SEC1 (RFC 5915) and DSA as OpenSSL writes it.
///
/// What a key is follows from its structure; the label of the armour is often wrong. SwiftASN1 limits the nesting to
/// 50 levels, and the input is at most 16 KiB, so a hostile key costs little memory and no stack.
enum DERKey {
    /// An RSA key of 16,384 bits takes 9.3 KiB.
    static let longestInput = 16_384

    /// The key, or `nil` if `bytes` are none.
    static func read(_ bytes: some Collection<UInt8>) -> PrivateKey? {
        guard bytes.count <= longestInput, bytes.first == 0x30 else { return nil }
        guard let fields = DERText.parse(Array(bytes)[...])?.fields, fields.count >= 2 else { return nil }
        guard fields[0].integer != nil else { return encrypted(fields) }
        if fields[1].octets != nil { return sec1(fields, curve: namedCurve(fields)) }
        if fields[1].fields != nil { return pkcs8(fields) }
        return rsa(fields) ?? dsa(fields)
    }

    /// The bytes begin as a private key does but are fewer than their own length says: SEQUENCE, then a small version
    /// number or an algorithm.
    static func beginsKey(_ bytes: [UInt8]) -> Bool {
        var reader = ByteReader(bytes[...])
        guard reader.byte() == 0x30, let first = reader.byte() else { return false }
        var length = Int(first)
        if first > 0x80 {
            guard first <= 0x82, let long = reader.number(Int(first & 0x7F)) else { return false }
            length = long
        }
        guard length > reader.remaining, length <= longestInput else { return false }
        switch reader.byte() {
        case 0x02: return reader.byte() == 1 && reader.byte().map { $0 <= 1 } == true
        case 0x30: return true
        default: return false
        }
    }

    /// PKCS#1: version 0 and eight numbers, or version 1, eight numbers and a list of further primes.
    private static func rsa(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count >= 9 else { return nil }
        let numbers = fields[1...8].compactMap(\.positive)
        guard numbers.count == 8 else { return nil }
        let key = RSANumbers(
            modulus: numbers[0], publicExponent: numbers[1], privateExponent: numbers[2], p: numbers[3], q: numbers[4])
        switch (version(fields), fields.count) {
        case (0, 9): return PrivateKey(key)
        case (1, 10): return PrivateKey("RSA", bits: key.bits, publicKey: key.publicKey)
        default: return nil
        }
    }

    /// Version 0, then p, q, g and both halves of the key.
    private static func dsa(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count == 6, version(fields) == 0 else { return nil }
        let numbers = fields[1...5].compactMap(\.positive)
        guard numbers.count == 5 else { return nil }
        return PrivateKey(
            DSANumbers(p: numbers[0], q: numbers[1], g: numbers[2], y: numbers[3], x: numbers[4]))
    }

    /// Version 1 and a secret that fits the curve, if the curve is known by name, and the point in element [1].
    private static func sec1(_ fields: [ASN1Node], curve: ASN1Node?) -> PrivateKey? {
        guard version(fields) == 1, fields.count <= 4, let secret = fields[1].octets, (16...80).contains(secret.count)
        else { return nil }
        guard let known = curve?.identifierBytes.flatMap(KeyCurve.init(identifier:)) else { return PrivateKey("EC") }
        // Some writers drop leading zero bytes, none writes more than the field has.
        guard secret.count <= known.width else { return nil }
        let point = fields.lazy.compactMap { $0.tagged(1)?.first?.bits }.first
        return PrivateKey(known, secret: secret, point: point)
    }

    /// The curve that a SEC1 key names itself, in its element [0].
    private static func namedCurve(_ fields: [ASN1Node]) -> ASN1Node? {
        fields.lazy.compactMap { $0.tagged(0)?.first }.first
    }

    private static func pkcs8(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count >= 3, version(fields) != nil, let algorithm = fields[1].fields,
            let identifier = algorithm.first?.identifierBytes, let inner = fields[2].octets, !inner.isEmpty
        else { return nil }
        let parameters = algorithm.count >= 2 ? algorithm[1] : nil
        switch KeyAlgorithm(identifier) {
        case .rsa: return DERText.parse(inner)?.fields.flatMap(rsa)
        case .ellipticCurve:
            return DERText.parse(inner)?.fields.flatMap { $0.count >= 2 ? sec1($0, curve: parameters) : nil }
        case .montgomeryOrEdwards(let name, let length):
            guard let seed = DERText.parse(inner)?.octets, seed.count == length else { return nil }
            return PrivateKey(name, seed: seed, publicBytes: publicHalf(fields))
        case .dsa: return dsa(inner, parameters: parameters)
        case .other(let name): return PrivateKey(name)
        }
    }

    /// The public half that version 1 of PKCS#8 may hold, in its element [1], a BIT STRING with that tag.
    private static func publicHalf(_ fields: [ASN1Node]) -> ArraySlice<UInt8>? {
        let tag = ASN1Identifier(tagWithNumber: 1, tagClass: .contextSpecific)
        return fields.first { $0.identifier == tag }?.primitive?.dropFirst()
    }

    /// The secret number alone; the others are parameters of the algorithm, and the public half follows from them.
    private static func dsa(_ inner: ArraySlice<UInt8>, parameters: ASN1Node?) -> PrivateKey? {
        guard let secret = DERText.parse(inner)?.positive else { return nil }
        guard let numbers = parameters?.fields?.compactMap(\.positive), numbers.count == 3 else {
            return PrivateKey("DSA")
        }
        guard let y = DSANumbers.publicNumber(p: numbers[0], q: numbers[1], g: numbers[2], x: secret) else {
            return PrivateKey("DSA", bits: BigNumber(numbers[0]).bitCount)
        }
        return PrivateKey(DSANumbers(p: numbers[0], q: numbers[1], g: numbers[2], y: y[...], x: secret))
    }

    /// EncryptedPrivateKeyInfo: an algorithm with parameters, and ciphertext.
    private static func encrypted(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count == 2, let algorithm = fields[0].fields, algorithm.first?.identifierBytes != nil,
            let ciphertext = fields[1].octets, ciphertext.count >= 32
        else { return nil }
        return PrivateKey(nil, protection: .passphrase, sealing: KeySealing(algorithm))
    }

    /// The version in the first field: 0 or 1, or `nil` for anything else.
    private static func version(_ fields: [ASN1Node]) -> Int? {
        guard let digits = fields[0].integer, digits.count == 1, let digit = digits.first, digit <= 1 else {
            return nil
        }
        return Int(digit)
    }
}
