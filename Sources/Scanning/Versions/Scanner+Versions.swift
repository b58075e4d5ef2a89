import Blobs
import Findings
import LiteralSearch

extension Scanner {
    /// Scans a blob that is a version of another one, and searches only what is not as it was there.
    ///
    /// The report is the one that `scan(whole:)` gives with `ignoresPath`: a version may have any number of paths.
    ///
    /// - Parameters:
    ///   - base: what this function returned for the other blob; `nil` if there is none.
    ///   - copies: what is copied from the other blob, in order and without overlap.
    ///   - provenance: where the blob comes from; asked for only when something was found that might be told.
    /// - Complexity: O(n) in the number of copies, the bytes that are not copied, and what the base's memory holds.
    public mutating func scan(
        version content: Span<UInt8>, of base: BlobMemory?, copies: [CopiedRange], provenance: () -> Provenance
    ) -> (report: BlobReport, memory: BlobMemory) {
        begin(ignoresPath: true)
        guard TextEncodingDetector.detect(content) == nil,
            let found = searcher.searchVersion(content, of: base, copies: copies, provenance: provenance)
        else {
            begin(ignoresPath: true)
            scan(content, origin: 0, core: 0..<content.count, continuation: .end, provenance: provenance)
            return (finish(provenance: provenance), .none)
        }
        guard !found.matches.matches.isEmpty || !searcher.failures.isEmpty else {
            var report = BlobReport()
            report.isPathDependent = found.memory.isPathDependent
            return (report, found.memory)
        }
        resolver.begin(at: TextCursor(behindMarkOf: content))
        resolver.commit(found.matches, provenance: provenance)
        return (finish(provenance: provenance), found.memory)
    }
}

extension SegmentSearcher {
    /// Searches a version of a blob without zero bytes, encoded text and seams.
    ///
    /// - Returns: `nil` if it has any of these: then it must be searched as a whole.
    mutating func searchVersion(
        _ content: Span<UInt8>, of base: BlobMemory?, copies: [CopiedRange], provenance: () -> Provenance
    ) -> (matches: SegmentMatches, memory: BlobMemory)? {
        let base = base.flatMap { $0.isPlain ? $0 : nil }
        let (reach, copies) = (matcher.versionReach(), base == nil ? [] : copies)
        let parts = UnchangedPart.find(
            copies, count: content.count, baseCount: base?.count ?? 0, margin: reach.narrow)
        let wideParts = UnchangedPart.find(
            copies, count: content.count, baseCount: base?.count ?? 0, margin: reach.wide)
        let gaps = UnchangedPart.gaps(parts, count: content.count)
        for gap in gaps where ByteCounter().contains(0, in: content.extracting(gap)) { return nil }
        matcher.match(
            content, cores: gaps, wideCores: UnchangedPart.gaps(wideParts, count: content.count),
            provenance: provenance)
        // What encoded text holds depends on more than a margin around it.
        guard matcher.encodedRuns.isEmpty, matcher.seams.isEmpty else { return nil }
        if let base {
            for part in parts { takeOver(base, part, isWide: false, content: content, provenance: provenance) }
            for part in wideParts { takeOver(base, part, isWide: true, content: content, provenance: provenance) }
        }
        // Which values of the base were judged and dropped is not remembered: all of them count as still there.
        if let base { matcher.takeOver(isPathDependent: base.isPathDependent) }
        let memory = BlobMemory(
            count: content.count, isPlain: matcher.failures.isEmpty, matches: matcher.matches,
            farCandidates: matcher.farCandidates, isPathDependent: matcher.isPathDependent)
        var result = SegmentMatches()
        collect(
            from: content, map: .identity(origin: 0), view: .bytes, counted: content, countedOffset: nil, lineStart: 0,
            into: &result.matches)
        return (result, memory)
    }

    /// Takes over what stands in an unchanged part: matches as they are, and candidates of far rules, of which those
    /// are searched again that look beyond what is copied.
    ///
    /// - Parameter isWide: which anchors the part is made for.
    private mutating func takeOver(
        _ base: BlobMemory, _ part: UnchangedPart, isWide: Bool, content: Span<UInt8>, provenance: () -> Provenance
    ) {
        let (source, reach) = (part.source, matcher.versionReach())
        let matches = BlobMemory.part(of: base.matches, in: source, by: \.anchor)
            .filter { reach.isWide($0.rule, isLiteral: $0.isLiteral) == isWide }
        for match in matches where !reach.isFar(match.rule, isLiteral: match.isLiteral) {
            matcher.add(match.shifted(by: part.distance))
        }
        for candidate in BlobMemory.part(of: base.farCandidates, in: source, by: \.anchor.lowerBound)
        where reach.isWide(candidate.rule, isLiteral: candidate.isLiteral) == isWide {
            let moved = candidate.shifted(by: part.distance)
            let window = rules.traits[Int(moved.rule.rawValue)].reach.window(around: moved.anchor, in: content.count)
            let isCopied =
                part.copied.lowerBound <= window.lowerBound - VersionReach.border
                && window.upperBound + VersionReach.border <= part.copied.upperBound
            guard isCopied else {
                matcher.examine(moved, in: content, origin: 0, provenance: provenance)
                continue
            }
            matcher.add(moved)
            for match in matches where match.rule == moved.rule && match.anchor == candidate.anchor.lowerBound {
                matcher.add(match.shifted(by: part.distance))
            }
        }
    }
}
