import Blobs

/// The formats of compressed streams that are told by how they begin.
enum CompressedKind {
    /// RFC 1952.
    case gzip

    /// RFC 1950.
    case zlib

    /// Bytes that tell whether a stream begins.
    static let headLength = 3

    /// What a stream with these first bytes is; `nil` if they begin none.
    init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        if (first, second, third) == (0x1F, 0x8B, 8) {
            self = .gzip
            return
        }
        // Deflate with a window of at most 32 KiB, both bytes together a multiple of 31, no dictionary; and no block of
        // the kind that does not exist.
        guard first & 0x0F == 8, first >> 4 <= 7, (Int(first) << 8 | Int(second)) % 31 == 0, second & 0x20 == 0,
            third & 0x06 != 0x06
        else { return nil }
        self = .zlib
    }

    /// What the stream at a place is; `nil` if none begins there.
    init?(in bytes: [UInt8], at start: Int) {
        guard start + Self.headLength <= bytes.count else { return nil }
        self.init(bytes[start], bytes[start + 1], bytes[start + 2])
    }

    var encoding: Encoding {
        switch self {
        case .gzip: .gzip
        case .zlib: .zlib
        }
    }

    /// Where the deflated data begin, behind a header at `start`; `nil` if the header is cut or none.
    func dataStart(in bytes: [UInt8], from start: Int) -> Int? {
        switch self {
        case .zlib: return start + 2
        case .gzip:
            guard start + 10 <= bytes.count, CompressedKind(in: bytes, at: start) == .gzip else { return nil }
            let flags = bytes[start + 3]
            guard flags & 0xE0 == 0 else { return nil }
            var position = start + 10
            if flags & 4 != 0 {
                guard position + 2 <= bytes.count else { return nil }
                position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
            }
            // A name and a comment, each with a zero at its end.
            for flag in [8, 16] as [UInt8] where flags & flag != 0 {
                while position < bytes.count, bytes[position] != 0 { position += 1 }
                position += 1
            }
            if flags & 2 != 0 { position += 2 }
            return position < bytes.count ? position : nil
        }
    }

    /// Bytes of the check that follows the data.
    var trailerLength: Int {
        switch self {
        case .gzip: 8
        case .zlib: 4
        }
    }
}
