import Crypto

/// The hash of a repository's format, fed piece by piece.
enum ObjectHasher {
    case sha1(Insecure.SHA1)
    case sha256(SHA256)

    init(_ format: ObjectFormat) {
        self =
            switch format {
            case .sha1: .sha1(Insecure.SHA1())
            case .sha256: .sha256(SHA256())
            }
    }

    mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the bytes are only read, during the call.
        unsafe bytes.withUnsafeBytes { bytes in
            switch self {
            case .sha1(var hash):
                unsafe hash.update(bufferPointer: bytes)
                self = .sha1(hash)
            case .sha256(var hash):
                unsafe hash.update(bufferPointer: bytes)
                self = .sha256(hash)
            }
        }
    }

    /// The name that the bytes so far make.
    func finish() -> ObjectID {
        switch self {
        case .sha1(let hash): ObjectID(Array(hash.finalize()).span, format: .sha1)
        case .sha256(let hash): ObjectID(Array(hash.finalize()).span, format: .sha256)
        }
    }
}
