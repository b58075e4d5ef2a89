import Blobs
import Findings
import LiteralSearch

extension SegmentSearcher {
    /// Encodings in each other, compressed streams between them left out.
    private static let depth = 4

    /// Bytes that may be decoded for a cell, for each byte of its window.
    static let budget = 16

    /// Searches the encoded texts of the cells that belong to the segment's core.
    ///
    /// - Parameters:
    ///   - runs: those that start in the core.
    ///   - followsHole: whether the bytes in front of the core are zeros.
    ///   - others: as for `search`.
    mutating func searchEncoded(
        _ runs: [EncodedRun], in segment: Span<UInt8>, origin: Int, core: Range<Int>, followsHole: Bool,
        lineStart: Int, into matches: inout [PlacedMatch], provenance: () -> Provenance
    ) {
        let cells = rules.context.cells
        let starts = cells.starts(in: core.shifted(by: origin), followsHole: followsHole)
        guard let first = starts.first(where: { _ in true }) else { return }
        var last = first
        for start in starts { last = start }
        let candidates = candidates(
            runs, in: segment, core: core, cells: first - origin..<last - origin + cells.size)
        guard !candidates.isEmpty else { return }
        var found: [FoundMatch] = []
        for start in starts.lazy.map({ $0 - origin }) {
            let cell = max(0, start)..<min(segment.count, start + cells.size)
            let window = max(0, start - cells.before)..<min(segment.count, cell.upperBound + cells.after)
            let clipped = candidates.filter { $0.range.overlaps(cell) }
                .map { $0.clamped(to: window).shifted(by: -window.lowerBound) }.sorted(by: EncodedRun.isOrderedBefore)
            guard !clipped.isEmpty else { continue }
            let text = segment.extracting(window)
            let own = clipped.filter { EncodedRunProbe.mayHoldTextSomewhere($0, in: text) }
            guard !own.isEmpty else { continue }
            let isCut = window.upperBound == start + cells.size + cells.after
            var state = DecodingCell(
                origin: origin + window.lowerBound, range: cell.shifted(by: -window.lowerBound), isCut: isCut,
                bytesLeft: Self.budget * window.count)
            // Streams may go on behind the window.
            let long = own.filter { EncodedRunProbe.beginsCompressed($0, in: text) }
            if !long.isEmpty {
                let end = start + cells.size + cells.afterStream
                let all = segment.extracting(window.lowerBound..<min(segment.count, end))
                state.isCut = end <= segment.count
                searchRuns(
                    long.map { $0.extended(in: all) }, in: all, parent: nil, window: all, cell: &state,
                    provenance: provenance)
            }
            state.isCut = isCut
            let others = long.isEmpty ? own : own.filter { !long.contains($0) }
            searchRuns(others, in: text, parent: nil, window: text, cell: &state, provenance: provenance)
            found += state.found
        }
        place(found, in: segment, origin: origin, lineStart: lineStart, into: &matches)
    }

    /// The runs that may hold text and share bytes with the cells of a core, in no particular order.
    ///
    /// - Parameter cells: from the first one's start to the last one's end, in the segment.
    private mutating func candidates(
        _ runs: [EncodedRun], in segment: Span<UInt8>, core: Range<Int>, cells: Range<Int>
    ) -> [EncodedRun] {
        var candidates = runs
        let before = rules.context.cells.before
        for kind in EncodedRun.Kind.allCases {
            let members = EncodedRun.members(of: kind)
            guard cells.lowerBound > 0, members.contains(segment[cells.lowerBound - 1]) else { continue }
            var start = cells.lowerBound
            let first = max(0, cells.lowerBound - before)
            while start > first, members.contains(segment[start - 1]) { start -= 1 }
            // Else it is among those that start in the core.
            guard start < core.lowerBound || start == first else { continue }
            var end = cells.lowerBound
            let last = min(segment.count, cells.upperBound + rules.context.cells.after)
            while end < last, members.contains(segment[end]) { end += 1 }
            let run = EncodedRun(kind: kind, range: start..<end)
            let isLongEnough = EncodedRun.classRun(kind).length.contains(run.range.count)
            if isLongEnough, EncodedRunProbe.mayHoldText(run, in: segment) { candidates.append(run) }
        }
        let behind = core.upperBound..<max(core.upperBound, min(segment.count, cells.upperBound))
        if !behind.isEmpty { candidates += matcher.encodedRuns(in: segment, starts: behind) }
        return candidates
    }

    mutating func searchRuns(
        _ runs: [EncodedRun], in text: Span<UInt8>, parent: EncodedLayer?, window: Span<UInt8>,
        cell: inout DecodingCell,
        provenance: () -> Provenance
    ) {
        var seen = EncodedTexts.Seen()
        var layers: [(EncodedLayer, EncodedRegion.Extent)] = []
        var streams: [(EncodedLayer, CompressedKind)] = []
        for run in runs {
            EncodedTexts.forEachStream(of: run, in: text, parent: parent, seen: &seen) { streams.append(($0, $1)) }
            for (layer, kind) in streams {
                searchStream(layer, as: kind, window: window, cell: &cell, provenance: provenance)
            }
            streams.removeAll(keepingCapacity: true)
            EncodedTexts.forEach(of: run, in: text, parent: parent, seen: &seen) { layers.append(($0, $1)) }
            for (layer, extent) in layers {
                searchLayer(layer, extent: extent, window: window, cell: &cell, provenance: provenance)
            }
            layers.removeAll(keepingCapacity: true)
        }
    }

    mutating func searchLayer(
        _ layer: EncodedLayer, extent: EncodedRegion.Extent, across spots: [SeamText.Spot]? = nil,
        window: Span<UInt8>, cell: inout DecodingCell, provenance: () -> Provenance
    ) {
        let part = layer.part(startingIn: cell.range)
        guard !part.isEmpty else { return }
        cell.bytesLeft -= layer.bytes.count
        guard layer.encodings.count <= Self.depth + layer.compressedCount, cell.bytesLeft >= 0 else {
            matcher.failDecoding(at: cell.origin + cell.range.lowerBound)
            return
        }
        let text = layer.bytes.span
        matchQuietly(text, core: part, origin: cell.origin + cell.range.lowerBound, provenance: provenance)
        // What does not cross a seam can be read without taking it out, and is found so.
        let counts = { (range: Range<Int>) in spots?.contains { $0.isInside(range) } ?? true }
        let seams = matcher.seams
        let matches = matcher.matches.filter { counts($0.match) }
            .sorted { $0.secret.lowerBound < $1.secret.lowerBound }
        for match in matches { cell.found.append(found(match, in: layer, extent: extent, window: window, cell: cell)) }
        let all = 0..<layer.bytes.count
        let runs = part == all ? matcher.encodedRuns : matcher.encodedRuns(in: text, starts: all)
        let own = runs.filter { run in
            counts(run.range) && (layer.stream != nil || layer.sourceRange(of: run.range).overlaps(cell.range))
        }
        if !own.isEmpty {
            searchRuns(own, in: text, parent: layer, window: window, cell: &cell, provenance: provenance)
        }
        guard !seams.isEmpty else { return }
        searchSeams(seams, in: text, parent: layer, window: window, cell: &cell, provenance: provenance)
    }

    private func found(
        _ match: RawMatch, in layer: EncodedLayer, extent: EncodedRegion.Extent, window: Span<UInt8>, cell: DecodingCell
    ) -> FoundMatch {
        let source = layer.sourceRange(of: match.secret)
        let secret = Array(layer.bytes[match.secret])
        let spelling = Array(window, range: source)
        let isCounted = match.judgement.verdict == .impossible && !reportsImpossible
        return FoundMatch(
            rule: match.rule, bytes: source.shifted(by: cell.origin), secretText: secret,
            spelling: spelling == secret ? nil : spelling, matchText: Array(layer.bytes[match.match]),
            excerpt: isCounted ? [] : LineExcerpt.make(around: match.secret, in: layer.bytes.span),
            allowed: isCounted ? nil : AllowComment.find(around: source, in: window).map(Box.init),
            prefixLength: match.prefixLength,
            judgement: match.judgement, specificity: rules.specificities[Int(match.rule.rawValue)],
            view: .encoded(layer.encodings, extent: extent))
    }

    /// Gives matches of encoded texts their places in the bytes of the segment.
    func place(
        _ found: [FoundMatch], in segment: Span<UInt8>, origin: Int, lineStart: Int, into matches: inout [PlacedMatch]
    ) {
        var locator = Locator(at: lineStart)
        for match in found.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            let places = locator.places(of: match.bytes.shifted(by: -origin), in: segment)
            matches.append(PlacedMatch(found: match, start: places.start, end: places.end))
        }
    }
}
