import Blobs

/// A path as an entry holds it, in which `[redacted]` stands for any secret.
struct MaskedPath {
    private static let mask = Array("[redacted]".utf8)

    /// What stands between the masks.
    private let pieces: [[UInt8]]

    init(_ path: RawPath) {
        var pieces: [[UInt8]] = [[]]
        var rest = path.bytes[...]
        while let byte = rest.first {
            if rest.starts(with: Self.mask) {
                pieces.append([])
                rest = rest.dropFirst(Self.mask.count)
            } else {
                pieces[pieces.count - 1].append(byte)
                rest = rest.dropFirst()
            }
        }
        self.pieces = pieces
    }

    /// Whether the path may be the one that was masked.
    ///
    /// - Complexity: O(n × m) in the bytes of both.
    func matches(_ path: RawPath) -> Bool {
        guard let last = pieces.last, pieces.count > 1 else { return path.bytes == pieces[0] }
        guard path.bytes.starts(with: pieces[0]) else { return false }
        var rest = path.bytes.dropFirst(pieces[0].count)
        for piece in pieces[1..<pieces.count - 1] {
            while !rest.starts(with: piece) {
                if rest.isEmpty { return false }
                rest = rest.dropFirst()
            }
            rest = rest.dropFirst(piece.count)
        }
        return rest.count >= last.count && rest.suffix(last.count) == last[...]
    }
}
