import Crypto

/// The public half of a private key of Ed25519 (RFC 8032): what a stored pair of keys can be checked with.
public enum Ed25519 {
    /// The public key, 32 bytes; `nil` unless `seed` has 32 bytes.
    ///
    /// - Complexity: one multiplication on the curve, some ten microseconds.
    public static func publicKey(of seed: [UInt8]) -> [UInt8]? {
        (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)).map { Array($0.publicKey.rawRepresentation) }
    }
}
