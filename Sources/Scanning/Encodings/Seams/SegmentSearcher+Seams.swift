import Blobs

extension SegmentSearcher {
    /// Searches what can be read once seams are taken out of the segment.
    ///
    /// The blob is divided into cells, as for encoded text. A cell with a seam is read without its seams, together with
    /// the window around it, and what crosses a seam of the core is told: so it depends on the window only.
    ///
    /// - Parameter seams: those beside what starts in the segment's core.
    mutating func searchSeams(
        _ seams: [Seam], in segment: Span<UInt8>, origin: Int, lineStart: Int, into matches: inout [PlacedMatch],
        provenance: () -> Provenance
    ) {
        guard !seams.isEmpty else { return }
        let cells = rules.context.seamCells
        var found: [FoundMatch] = []
        let groups = Dictionary(grouping: seams) { (origin + $0.range.lowerBound) / cells.size }
        for (number, seams) in groups.sorted(by: { $0.key < $1.key }) {
            let start = number * cells.size - origin
            let end = start + cells.size + cells.after
            let window = max(0, start - cells.before)..<min(segment.count, end)
            let text = segment.extracting(window)
            var state = DecodingCell(
                origin: origin + window.lowerBound, range: 0..<window.count, isCut: end <= segment.count,
                bytesLeft: Self.budget * window.count)
            searchSeams(
                seams.map { $0.shifted(by: -window.lowerBound) }, in: text, parent: nil, window: text, cell: &state,
                provenance: provenance)
            found += state.found
        }
        place(found, in: segment, origin: origin, lineStart: lineStart, into: &matches)
    }

    /// Searches what can be read once the seams of a text are taken out, and tells what crosses some of them.
    ///
    /// - Parameters:
    ///   - seams: those that must be crossed.
    ///   - others: as for `searchLayer`.
    mutating func searchSeams(
        _ seams: [Seam], in text: Span<UInt8>, parent: EncodedLayer?, window: Span<UInt8>, cell: inout DecodingCell,
        provenance: () -> Provenance
    ) {
        for kind in Seam.Kind.allCases {
            // Nothing is taken out twice.
            guard parent?.encodings.last != kind.encoding else { continue }
            let own = Set(seams.lazy.filter { $0.kind == kind })
            guard !own.isEmpty else { continue }
            var layer = EncodedLayer(kind.encoding, in: parent)
            let spots = SeamText.decode(kind, of: text, into: &layer).filter { own.contains($0.seam) }
            guard !spots.isEmpty else { continue }
            searchLayer(layer, extent: .run, across: spots, window: window, cell: &cell, provenance: provenance)
        }
    }
}
