import Checksums
import Crypto

/// The first 16 bytes of a SHA-256 over several byte strings.
struct ShortDigest: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(of parts: [[UInt8]]) {
        var hash = SHA256()
        for part in parts {
            // The length in front of each part keeps different splits of the same bytes apart.
            hash.update(data: Self.bigEndianBytes(UInt64(part.count)))
            hash.update(data: part)
        }
        let digest = hash.finalize().prefix(16)
        high = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = digest.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    var bytes: [UInt8] { Self.bigEndianBytes(high) + Self.bigEndianBytes(low) }

    /// 32 lower-case digits.
    var hexadecimal: String { Hexadecimal.text(bytes) }

    private static func bigEndianBytes(_ value: UInt64) -> [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }
}
