/// Keys of Tor's hidden services: torspec `rend-spec-v3`, and `control-spec`, ADD_ONION.
///
/// 64 bytes: the secret scalar as RFC 8032, section 5.1.5 leaves it, and the second half of the seed's hash. A file has
/// a header of 32 bytes in front, a line of the control port or a log `ED25519-V3:` and base64.
enum TorKey {
    private static let headerLength = 32
    private static let length = 64

    static func readFile(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard bytes.count >= headerLength + length, bytes[29..<headerLength].allSatisfy({ $0 == 0 }) else {
            return .notAKey
        }
        return read(bytes[headerLength..<headerLength + length])
    }

    static func readLine(_ text: [UInt8]) -> PrivateKeyReading {
        guard let bytes = Base64.decode(text.span, 11..<text.count), bytes.count == length else { return .notAKey }
        return read(bytes[...])
    }

    /// Five bits of the scalar are fixed.
    private static func read(_ bytes: ArraySlice<UInt8>) -> PrivateKeyReading {
        guard WireGuardKey.isClamped(Array(bytes.prefix(32))), Set(bytes).count > 24 else { return .notAKey }
        return .whole(PrivateKey("Ed25519"))
    }
}
