import Blobs

extension SegmentSearcher {
    /// Bytes that are inflated of one stream at most.
    private static let largestStream = 2 << 20

    /// Streams in each other.
    private static let streamDepth = 2

    /// A stream that is cut so close to the end of what may be read of it goes on behind that, in bytes: a line, and
    /// what joins lines.
    private static let edge = 256

    /// Inflates a stream and searches what was in it, if it begins in the cell.
    ///
    /// - Parameter layer: the bytes that it begins with.
    mutating func searchStream(
        _ layer: EncodedLayer, as kind: CompressedKind, window: Span<UInt8>, cell: inout DecodingCell,
        provenance: () -> Provenance
    ) {
        let bounds = layer.sourceRange(of: 0..<layer.bytes.count)
        guard cell.range.contains(layer.stream ?? bounds.lowerBound) else { return }
        guard layer.compressedCount < Self.streamDepth, inflatableBytes > 0 else {
            matcher.failDecoding(at: cell.origin + bounds.lowerBound)
            return
        }
        let (text, ending) = CompressedStream.inflate(
            layer, as: kind, limit: min(Self.largestStream, inflatableBytes))
        inflatableBytes -= text.bytes.count
        let goesOn = cell.isCut && bounds.upperBound + Self.edge > window.count
        if ending == .full || ending == .cut && goesOn { matcher.failDecoding(at: cell.origin + bounds.lowerBound) }
        guard text.bytes.count >= CompressedStream.least else { return }
        // It is bounded by what may be inflated.
        cell.bytesLeft += Self.budget * text.bytes.count
        if let inner = CompressedKind(in: text.bytes, at: 0) {
            searchStream(text, as: inner, window: window, cell: &cell, provenance: provenance)
        }
        searchLayer(text, extent: .run, window: window, cell: &cell, provenance: provenance)
    }
}
