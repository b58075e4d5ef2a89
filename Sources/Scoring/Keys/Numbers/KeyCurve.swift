import Checksums

/// A curve by its name at NIST, SECG, in RFC 5639, or with GnuPG.
struct KeyCurve: Hashable {
    let name: String
    let bits: Int

    /// The content bytes of the object identifier in DER.
    let identifier: [UInt8]

    /// How many points a secret can lead to, in hexadecimal; empty for curves whose secrets are plain bytes.
    let order: String

    /// Bytes of a coordinate, and of a secret.
    var width: Int { (bits + 7) / 8 }

    init(_ name: String, bits: Int, _ identifier: [UInt8], order: String = "") {
        self.name = name
        self.bits = bits
        self.identifier = identifier
        self.order = order
    }

    init?(identifier: ArraySlice<UInt8>) {
        guard let curve = Self.all.first(where: { $0.identifier.elementsEqual(identifier) }) else { return nil }
        self = curve
    }

    init?(named name: String) {
        guard let curve = Self.all.first(where: { $0.name == name }) else { return nil }
        self = curve
    }

    /// Whether `secret` is a number from 1 to the order less 1.
    func admits(_ secret: ArraySlice<UInt8>) -> Bool {
        let number = BigNumber(secret)
        return !number.isZero && (order.isEmpty || number < BigNumber(Hexadecimal.bytes(order.utf8) ?? []))
    }

    /// SEC 2, version 2; RFC 5639; and GnuPG's names for the curves of RFC 7748 and RFC 8032.
    private static let all: [KeyCurve] = [
        KeyCurve(
            "P-192", bits: 192, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 1],
            order: "ffffffffffffffffffffffff99def836146bc9b1b4d22831"),
        KeyCurve(
            "P-224", bits: 224, [0x2B, 0x81, 0x04, 0, 0x21],
            order: "ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d"),
        KeyCurve(
            "P-256", bits: 256, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7],
            order: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
        KeyCurve(
            "P-384", bits: 384, [0x2B, 0x81, 0x04, 0, 0x22],
            order: "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
                + "581a0db248b0a77aecec196accc52973"),
        KeyCurve(
            "P-521", bits: 521, [0x2B, 0x81, 0x04, 0, 0x23],
            order: "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa"
                + "51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"),
        KeyCurve(
            "secp256k1", bits: 256, [0x2B, 0x81, 0x04, 0, 0x0A],
            order: "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"),
        KeyCurve(
            "brainpoolP256r1", bits: 256, [0x2B, 0x24, 3, 3, 2, 8, 1, 1, 7],
            order: "a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7"),
        KeyCurve(
            "brainpoolP384r1", bits: 384, [0x2B, 0x24, 3, 3, 2, 8, 1, 1, 11],
            order: "8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b31f166e6cac0425a7"
                + "cf3ab6af6b7fc3103b883202e9046565"),
        KeyCurve(
            "brainpoolP512r1", bits: 512, [0x2B, 0x24, 3, 3, 2, 8, 1, 1, 13],
            order: "aadd9db8dbe9c48b3fd4e6ae33c9fc07cb308db3b3c9d20ed6639cca70330870"
                + "553e5c414ca92619418661197fac10471db1d381085ddaddb58796829ca90069"),
        KeyCurve("Ed25519", bits: 256, [0x2B, 6, 1, 4, 1, 0xDA, 0x47, 15, 1]),
        KeyCurve("Curve25519", bits: 256, [0x2B, 6, 1, 4, 1, 0x97, 0x55, 1, 5, 1]),
        KeyCurve("X448", bits: 448, [0x2B, 0x65, 111]),
        KeyCurve("Ed448", bits: 456, [0x2B, 0x65, 113]),
    ]
}
