/// Keys of WireGuard: 32 bytes in base64, as `wg genkey` and `wg genpsk` write them (wg(8), "CONFIGURATION FILE
/// FORMAT").
///
/// | key | score |
/// |---|---|
/// | private, with the five bits set as `wg genkey` sets them | 0.9 |
/// | private, without | 0.6 |
/// | shared by both peers | 0.8 |
/// | bytes that repeat | none |
enum WireGuardKey {
    private static let fewestDifferentBytes = 20

    static func read(_ text: Span<UInt8>, _ match: Range<Int>, _ secret: Range<Int>) -> PrivateKeyReading {
        guard let bytes = Base64.decode(text, secret), bytes.count == 32,
            Set(bytes).count >= fewestDifferentBytes
        else { return .notAKey }
        let isShared = text.firstIndex(of: "hared", in: match.lowerBound..<secret.lowerBound) != nil
        guard !isShared else { return .likely(PrivateKey(PrivateKey.symmetric, bits: 256), score: 0.8) }
        guard var key = PrivateKey("X25519", seed: bytes[...]) else { return .notAKey }
        if let half = KeyPoint.raw("X25519", seed: bytes[...]) {
            key.fingerprint = String(decoding: Base64.encode(half, column: 64).dropLast(), as: UTF8.self)
        }
        return .likely(key, score: isClamped(bytes) ? 0.9 : 0.6)
    }

    /// RFC 7748, section 5: what X25519 makes of a secret before it uses it, and `wg genkey` before it writes it.
    static func isClamped(_ bytes: [UInt8]) -> Bool {
        bytes[0] & 7 == 0 && bytes[31] & 0xC0 == 0x40
    }
}
