/// A kind of file in which git keeps objects or their indexes, in a form that only `GitObjects` can read.
///
/// A name alone does not make one: anybody can name a file `index`. Ask `begins(_:)` before leaving a file out.
public enum GitStoreKind: Hashable, Sendable {
    case looseObject
    case pack
    case packIndex
    case reverseIndex
    case bitmap
    case modificationTimes
    case multiPackIndex

    /// The staging area: `index` and `sharedindex.*`.
    case stagingArea
    case refTable

    /// How many bytes of a file `begins(_:)` needs.
    public static let signatureLength = 4

    /// Whether a file that starts with these bytes can be of this kind. If not, it is an ordinary file to be scanned.
    ///
    /// The signatures: git's Documentation/gitformat-{pack,index,bitmap}, technical/reftable; RFC 1950 for loose
    /// objects.
    ///
    /// - Parameter bytes: The first `signatureLength` bytes, fewer only if the file has fewer.
    public func begins(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= Self.signatureLength else { return false }
        return switch self {
        case .looseObject:
            // A zlib header: deflate, and a multiple of 31.
            bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        case .pack: bytes.starts(with: "PACK")
        // Version 1 has no signature. It starts with a count, 32 bits big-endian, of the objects named 00…: few enough
        // for a 0.
        case .packIndex: bytes[0] == 0xFF && bytes[1] == 0x74 && bytes[2] == 0x4F && bytes[3] == 0x63 || bytes[0] == 0
        case .reverseIndex: bytes.starts(with: "RIDX")
        case .bitmap: bytes.starts(with: "BITM")
        case .modificationTimes: bytes.starts(with: "MTME")
        case .multiPackIndex: bytes.starts(with: "MIDX")
        case .stagingArea: bytes.starts(with: "DIRC")
        case .refTable: bytes.starts(with: "REFT")
        }
    }
}
