import Findings
import SwiftASN1

/// A public key, written in one way whatever form it was found in: the SubjectPublicKeyInfo of RFC 5280.
///
/// Two halves of a pair have equal values: points are uncompressed where that can be done here, numbers have no leading
/// zeros, and parameters are those of RFC 3279, RFC 5480 and RFC 8410.
struct PublicKey: Hashable {
    /// DER.
    let information: [UInt8]

    /// What people call its algorithm: `RSA`, `ECDSA P-256`.
    let algorithm: String

    var digest: PublicKeyDigest { PublicKeyDigest(of: information) }

    private init(_ algorithm: String, _ identifier: [UInt8], parameters: [UInt8] = [], key: [UInt8]) {
        self.algorithm = algorithm
        information = DERText.sequence(
            DERText.sequence(DERText.identifier(identifier), parameters), DERText.bits(key))
    }

    static func rsa(modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>) -> PublicKey {
        PublicKey(
            "RSA", [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1], parameters: [5, 0],
            key: DERText.sequence(DERText.integer(modulus), DERText.integer(exponent)))
    }

    static func dsa(
        p: ArraySlice<UInt8>, q: ArraySlice<UInt8>, g: ArraySlice<UInt8>, y: ArraySlice<UInt8>
    ) -> PublicKey {
        PublicKey(
            "DSA", [0x2A, 0x86, 0x48, 0xCE, 0x38, 4, 1],
            parameters: DERText.sequence(DERText.integer(p), DERText.integer(q), DERText.integer(g)),
            key: DERText.integer(y))
    }

    /// `nil` if the bytes have not the form of a point: SEC 1, section 2.3.3.
    static func point(_ curve: KeyCurve, _ point: ArraySlice<UInt8>) -> PublicKey? {
        guard let form = point.first else { return nil }
        let whole: [UInt8]
        switch form {
        case 4 where point.count == 1 + 2 * curve.width: whole = Array(point)
        case 2 where point.count == 1 + curve.width, 3 where point.count == 1 + curve.width:
            whole = KeyPoint.uncompressed(curve, point) ?? Array(point)
        default: return nil
        }
        return PublicKey(
            "ECDSA " + curve.name, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1],
            parameters: DERText.identifier(curve.identifier), key: whole)
    }

    /// A key of RFC 8410, by the name of its algorithm; `nil` if the length is another.
    static func raw(_ name: String, _ bytes: ArraySlice<UInt8>) -> PublicKey? {
        let (arc, length): (UInt8, Int)
        switch name {
        case "X25519": (arc, length) = (110, 32)
        case "X448": (arc, length) = (111, 56)
        case "Ed25519": (arc, length) = (112, 32)
        case "Ed448": (arc, length) = (113, 57)
        default: return nil
        }
        guard bytes.count == length else { return nil }
        return PublicKey(name, [0x2B, 0x65, arc], key: Array(bytes))
    }

    /// The key in a SubjectPublicKeyInfo, which may be written in other ways; `nil` for one that is not known here.
    init?(information node: ASN1Node) {
        guard let fields = node.fields, fields.count == 2, let algorithm = fields[0].fields,
            let identifier = algorithm.first?.identifierBytes, let key = fields[1].bits
        else { return nil }
        switch KeyAlgorithm(identifier) {
        case .rsa:
            guard let read = Self.rsa(in: key) else { return nil }
            self = read
        case .ellipticCurve:
            guard algorithm.count >= 2, let curve = algorithm[1].identifierBytes.flatMap(KeyCurve.init(identifier:)),
                let read = Self.point(curve, key)
            else { return nil }
            self = read
        case .dsa:
            guard algorithm.count >= 2, let numbers = algorithm[1].fields, numbers.count == 3,
                let p = numbers[0].positive, let q = numbers[1].positive, let g = numbers[2].positive,
                let y = DERText.parse(key)?.positive
            else { return nil }
            self = .dsa(p: p, q: q, g: g, y: y)
        case .montgomeryOrEdwards(let name, _):
            guard let read = Self.raw(name, key) else { return nil }
            self = read
        case .other: return nil
        }
    }

    /// The RSAPublicKey of RFC 8017, A.1.1.
    static func rsa(in bytes: ArraySlice<UInt8>) -> PublicKey? {
        guard let fields = DERText.parse(bytes)?.fields, fields.count == 2, let modulus = fields[0].positive,
            let exponent = fields[1].positive, modulus.count >= 32
        else { return nil }
        return .rsa(modulus: modulus, exponent: exponent)
    }
}
