import Crypto

/// The public half that follows from a secret on a curve, for the curves that can be computed here.
enum KeyPoint {
    /// What can be said about a secret, and a point that is said to belong to it.
    enum Fit {
        /// The point follows from the secret.
        case proven(PublicKey)
        /// The secret lies in the curve's range; nothing here computes on this curve.
        case unknown(PublicKey?)
        /// The secret is out of range, or the point is another's.
        case none
    }

    /// - Parameters:
    ///   - secret: big-endian; leading zeros may be missing.
    ///   - point: as SEC 1, section 2.3.3 writes it, compressed or not; `nil` if it is not given.
    static func fit(_ curve: KeyCurve, secret: ArraySlice<UInt8>, point: ArraySlice<UInt8>?) -> Fit {
        let digits = secret.drop { $0 == 0 }
        guard digits.count <= curve.width, curve.admits(digits) else { return .none }
        let padded = [UInt8](repeating: 0, count: curve.width - digits.count) + digits
        guard let computed = computed(curve, padded) else {
            guard let point else { return .unknown(nil) }
            return PublicKey.point(curve, point).map { .unknown($0) } ?? .none
        }
        let own = PublicKey.point(curve, computed[...])
        guard let own, point.map({ PublicKey.point(curve, $0) == own }) ?? true else { return .none }
        return .proven(own)
    }

    /// The public half of a seed of RFC 8410; `nil` for curves that are not computed here.
    static func raw(_ name: String, seed: ArraySlice<UInt8>) -> [UInt8]? {
        switch name {
        case "Ed25519":
            (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)).map { Array($0.publicKey.rawRepresentation) }
        case "X25519":
            (try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed))
                .map { Array($0.publicKey.rawRepresentation) }
        default: nil
        }
    }

    /// A point without its compression, where that can be undone here.
    static func uncompressed(_ curve: KeyCurve, _ point: ArraySlice<UInt8>) -> [UInt8]? {
        switch curve.name {
        case "P-256":
            (try? P256.Signing.PublicKey(compressedRepresentation: point)).map { Array($0.x963Representation) }
        case "P-384":
            (try? P384.Signing.PublicKey(compressedRepresentation: point)).map { Array($0.x963Representation) }
        case "P-521":
            (try? P521.Signing.PublicKey(compressedRepresentation: point)).map { Array($0.x963Representation) }
        default: nil
        }
    }

    private static func computed(_ curve: KeyCurve, _ secret: [UInt8]) -> [UInt8]? {
        switch curve.name {
        case "P-256":
            (try? P256.Signing.PrivateKey(rawRepresentation: secret)).map { Array($0.publicKey.x963Representation) }
        case "P-384":
            (try? P384.Signing.PrivateKey(rawRepresentation: secret)).map { Array($0.publicKey.x963Representation) }
        case "P-521":
            (try? P521.Signing.PrivateKey(rawRepresentation: secret)).map { Array($0.publicKey.x963Representation) }
        default: nil
        }
    }
}
