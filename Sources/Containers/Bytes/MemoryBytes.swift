import Blobs

/// Bytes that were read from another source and are kept in memory, in pieces, so that nothing is copied as they grow.
public final class MemoryBytes: ContainerSource {
    private static let pieceSize = 1 << 20

    /// All of `pieceSize` bytes but the last one, and the first one if `first` was short.
    private var pieces: [[UInt8]] = []

    /// Where each piece begins.
    private var starts: [Int] = []

    public private(set) var count = 0

    /// Whether the source has ended: by itself, or because it failed.
    public private(set) var isWhole: Bool

    /// - Parameters:
    ///   - first: the first bytes.
    ///   - isWhole: whether that is all.
    public init(_ first: [UInt8], isWhole: Bool) {
        self.isWhole = isWhole
        append(first)
    }

    public var size: Int? { count }
    public var canSeek: Bool { true }
    public var failure: SourceFailure? { nil }

    /// The first bytes: all of them up to `pieceSize`, as far as they were read in one go.
    public var firstPiece: [UInt8]? { pieces.first }

    /// Reads on until the source ends, or `limit` bytes are kept and there are more.
    ///
    /// - Throws: what the source throws. Then what was read before is kept.
    public func fill(from source: some ContainerSource, limit: Int) throws(ByteSourceError) {
        while !isWhole, count < limit {
            var piece = [UInt8](repeating: 0, count: min(Self.pieceSize, limit - count))
            var span = piece.mutableSpan
            let (filled, error) = source.fill(&span, from: count)
            isWhole = filled < piece.count
            piece.removeLast(piece.count - filled)
            append(piece)
            if let error { throw error }
        }
    }

    public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        guard offset < count, let index = starts.lastIndex(where: { $0 <= offset }) else { return 0 }
        let piece = pieces[index]
        let start = offset - starts[index]
        let length = min(buffer.count, piece.count - start)
        buffer.copy(piece.span.extracting(start..<start + length))
        return length
    }

    /// Appends all bytes that are kept.
    public func append(to bytes: inout [UInt8]) {
        for piece in pieces { bytes.append(copying: piece.span) }
    }

    /// The last bytes that are kept, so many at least if there are.
    public func last(_ least: Int) -> [UInt8] {
        // Nothing is copied of a small blob.
        if pieces.count == 1 { return pieces[0] }
        var (bytes, start) = ([UInt8](), max(0, count - least))
        for piece in pieces {
            if start < piece.count { bytes.append(copying: piece.span.extracting(start...)) }
            start = max(0, start - piece.count)
        }
        return bytes
    }

    private func append(_ piece: [UInt8]) {
        guard !piece.isEmpty else { return }
        starts.append(count)
        pieces.append(piece)
        count += piece.count
    }
}
