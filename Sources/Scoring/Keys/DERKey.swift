import SwiftASN1

/// Private keys in DER: PKCS#1 (RFC 8017, A.1.2), PKCS#8 (RFC 5958), SEC1 (RFC 5915) and DSA as OpenSSL writes it.
///
/// What a key is follows from its structure; the label of the armour is often wrong. SwiftASN1 limits the nesting to
/// 50 levels, and the input is at most 16 KiB, so a hostile key costs little memory and no stack.
enum DERKey {
    /// An RSA key of 16,384 bits takes 9.3 KiB.
    private static let longestInput = 16_384

    /// The key, or `nil` if `bytes` are none.
    static func read(_ bytes: [UInt8]) -> PrivateKey? {
        guard bytes.count <= longestInput, bytes.first == 0x30 else { return nil }
        guard let fields = fields(bytes[...]), fields.count >= 2 else { return nil }
        guard integer(fields[0]) != nil else { return encrypted(fields) }
        if octets(fields[1]) != nil { return sec1(fields, curve: namedCurve(fields)) }
        if sequence(fields[1]) != nil { return pkcs8(fields) }
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
        guard fields.count >= 9, fields[1...8].allSatisfy({ positive($0) != nil }), let modulus = positive(fields[1]),
            let p = positive(fields[4]), let q = positive(fields[5])
        else { return nil }
        switch (version(fields), fields.count) {
        case (0, 9): return RSAModulus.isProduct(modulus, p, q) ? PrivateKey("RSA", bits: bitCount(modulus)) : nil
        case (1, 10): return PrivateKey("RSA", bits: bitCount(modulus))
        default: return nil
        }
    }

    /// Version 0, then p, q, g and both halves of the key.
    private static func dsa(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count == 6, version(fields) == 0, fields[1...5].allSatisfy({ positive($0) != nil }) else {
            return nil
        }
        return PrivateKey("DSA", bits: positive(fields[1]).map(bitCount))
    }

    /// Version 1 and a secret that fits the curve, if the curve is known by name.
    private static func sec1(_ fields: [ASN1Node], curve: ASN1Node?) -> PrivateKey? {
        guard version(fields) == 1, fields.count <= 4, let secret = octets(fields[1]), (16...80).contains(secret.count)
        else { return nil }
        guard let curve, curve.identifier == .objectIdentifier, case .primitive(let name) = curve.content,
            let known = KeyAlgorithm.curve(name)
        else { return PrivateKey("EC") }
        // Some writers drop leading zero bytes, none writes more than the field has.
        guard secret.count <= (known.bits + 7) / 8 else { return nil }
        return PrivateKey("ECDSA " + known.name, bits: known.bits)
    }

    /// The curve that a SEC1 key names itself, in its element [0].
    private static func namedCurve(_ fields: [ASN1Node]) -> ASN1Node? {
        let tag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
        guard let parameters = fields.first(where: { $0.identifier == tag }),
            case .constructed(let nodes) = parameters.content
        else { return nil }
        return Array(nodes).first
    }

    private static func pkcs8(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count >= 3, version(fields) != nil, let algorithm = sequence(fields[1]),
            let name = algorithm.first, name.identifier == .objectIdentifier,
            case .primitive(let identifier) = name.content,
            let inner = octets(fields[2]), !inner.isEmpty
        else { return nil }
        let parameters = algorithm.count >= 2 ? algorithm[1] : nil
        switch KeyAlgorithm(identifier) {
        case .rsa: return Self.fields(inner).flatMap(rsa)
        case .ellipticCurve:
            return Self.fields(inner).flatMap { $0.count >= 2 ? sec1($0, curve: parameters) : nil }
        case .montgomeryOrEdwards(let name, let length):
            return (try? DER.parse(inner)).flatMap(octets)?.count == length ? PrivateKey(name) : nil
        case .dsa:
            guard (try? DER.parse(inner)).flatMap(positive) != nil else { return nil }
            let prime = parameters.flatMap(sequence)?.first.flatMap(positive)
            return PrivateKey("DSA", bits: prime.map(bitCount))
        case .other(let name): return PrivateKey(name)
        }
    }

    /// EncryptedPrivateKeyInfo: an algorithm with parameters, and ciphertext.
    private static func encrypted(_ fields: [ASN1Node]) -> PrivateKey? {
        guard fields.count == 2, let algorithm = sequence(fields[0]), algorithm.first?.identifier == .objectIdentifier,
            let ciphertext = octets(fields[1]), ciphertext.count >= 32
        else { return nil }
        return PrivateKey(nil, protection: .passphrase)
    }
}

extension DERKey {
    /// The fields of a SEQUENCE that fills `bytes` to the last one.
    private static func fields(_ bytes: ArraySlice<UInt8>) -> [ASN1Node]? {
        (try? DER.parse(bytes)).flatMap(sequence)
    }

    /// The version in the first field: 0 or 1, or `nil` for anything else.
    private static func version(_ fields: [ASN1Node]) -> Int? {
        guard let digits = integer(fields[0]), digits.count == 1, let digit = digits.first, digit <= 1 else {
            return nil
        }
        return Int(digit)
    }

    private static func sequence(_ node: ASN1Node) -> [ASN1Node]? {
        guard node.identifier == .sequence, case .constructed(let nodes) = node.content else { return nil }
        return Array(nodes)
    }

    private static func integer(_ node: ASN1Node) -> ArraySlice<UInt8>? {
        guard node.identifier == .integer, case .primitive(let bytes) = node.content else { return nil }
        return bytes
    }

    private static func octets(_ node: ASN1Node) -> ArraySlice<UInt8>? {
        guard node.identifier == .octetString, case .primitive(let bytes) = node.content else { return nil }
        return bytes
    }

    /// The digits of a number above zero, without leading zero bytes.
    private static func positive(_ node: ASN1Node) -> ArraySlice<UInt8>? {
        guard let bytes = integer(node), let first = bytes.first, first < 0x80 else { return nil }
        let digits = bytes.drop { $0 == 0 }
        return digits.isEmpty ? nil : digits
    }

    private static func bitCount(_ digits: ArraySlice<UInt8>) -> Int {
        digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
    }
}
