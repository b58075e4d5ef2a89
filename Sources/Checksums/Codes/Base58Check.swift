import Crypto

/// The four bytes at the end of what base58 encodes: they check those before them.
public enum Base58Check: Hashable, Sendable {
    /// The first bytes of SHA-256 of SHA-256: Bitcoin's Base58Check, and nearly everybody's.
    case doubleSHA256

    /// The last bytes of SHA-256: Avalanche's CB58.
    case singleSHA256

    /// The first bytes of RIPEMD-160 over the payload and the name of the curve: Antelope, once EOSIO.
    case ripemd160(curve: String)

    public static let length = 4

    /// What stands in front of the check; `nil` if the check is wrong or something is missing.
    public func payload(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        guard bytes.count >= Self.length else { return nil }
        let payload = bytes.dropLast(Self.length)
        return check(of: payload) == bytes.suffix(Self.length) ? payload : nil
    }

    /// Returns `payload` with its check behind it.
    public func completed(_ payload: [UInt8]) -> [UInt8] {
        payload + check(of: payload[...])
    }

    private func check(of payload: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch self {
        case .doubleSHA256:
            return Array(SHA256.hash(data: Array(SHA256.hash(data: payload)))).prefix(Self.length)
        case .singleSHA256:
            return Array(SHA256.hash(data: payload)).suffix(Self.length)
        case .ripemd160(let curve):
            return RIPEMD160.hash(Array(payload) + Array(curve.utf8)).prefix(Self.length)
        }
    }
}
