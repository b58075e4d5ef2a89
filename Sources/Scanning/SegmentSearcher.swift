import Blobs
import Findings
import PCRE2
import Rules

/// Finds what there is in segments, each by itself: the first half of a scan, with the private scratch of one worker.
struct SegmentSearcher: ~Copyable {
    // Shared with the extension in Versions.
    let rules: CompiledRuleSet
    var matcher: TextMatcher

    /// Whether the segment that was searched last holds a zero byte.
    private(set) var holdsZero = false

    // Shared with the extensions in Encodings.
    let reportsImpossible: Bool

    /// Bytes that compressed streams in the blob, or the share of it, may still become.
    var inflatableBytes = Self.mostInflatable
    private static let mostInflatable = 16 << 20
    private var decoded = DecodedText()
    private var regions: [WideRegionFinder.Region] = []

    /// - Throws: `PatternError.outOfMemory`.
    init(_ rules: CompiledRuleSet, options: ScanOptions) throws(PatternError) {
        self.rules = rules
        reportsImpossible = options.reportsImpossible
        matcher = try TextMatcher(rules, jit: options.jit, now: options.now, clock: options.clock)
    }

    /// The rules that did not examine all that was searched since `begin`.
    var failures: [RuleFailure] { matcher.failures }

    /// For each rule, what it has cost in all blobs so far.
    var counts: [RuleCounts] { matcher.counts }

    /// The anchors of all rules.
    mutating func anchors() -> AnchorIndex { matcher.anchors() }

    /// Begins a blob, or a share of one.
    ///
    /// - Parameter ignoresPath: whether the blob's path must not matter.
    mutating func begin(ignoresPath: Bool) {
        inflatableBytes = Self.mostInflatable
        matcher.beginBlob(ignoresPath: ignoresPath)
    }

    /// Searches what starts in the segment's core: its bytes as they stand, and stretches of wide text in them.
    ///
    /// - Parameters:
    ///   - followsHole: whether the bytes in front of the core are those of a hole.
    ///   - start: the offset in the blob where the lines of this segment are counted from: `context.before` bytes
    ///     before its core, or where the text begins.
    ///   - others: as for `Scanner.scan`.
    mutating func search(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, continuation: Scanner.Continuation, followsHole: Bool,
        linesFrom start: Int, provenance: () -> Provenance
    ) -> SegmentMatches {
        var result = SegmentMatches()
        let lineStart = start - origin
        matcher.match(segment, core: core, origin: origin, provenance: provenance)
        let (encodedRuns, seams) = (matcher.encodedRuns, matcher.seams)
        collect(
            from: segment, map: .identity(origin: origin), view: .bytes, counted: segment, countedOffset: nil,
            lineStart: lineStart, into: &result.matches)
        searchRegions(
            segment, origin: origin, core: core, lineStart: lineStart, into: &result.matches, provenance: provenance)
        searchEncoded(
            encodedRuns, in: segment, origin: origin, core: core, followsHole: followsHole, lineStart: lineStart,
            into: &result.matches, provenance: provenance)
        searchSeams(
            seams, in: segment, origin: origin, lineStart: lineStart, into: &result.matches, provenance: provenance)
        switch continuation {
        case .end: return result
        case .adjacent:
            let next = max(lineStart, core.upperBound - rules.context.before)
            result.way = TextStretch(segment.extracting(lineStart..<next))
        case .hole(let until):
            result.way = TextStretch(segment.extracting(lineStart..<core.upperBound))
            result.way.append(TextStretch(zeros: until - origin - core.upperBound))
        }
        result.frontier = origin + core.upperBound - rules.context.before
        return result
    }

    /// Searches the segment as part of a text in wide code units, and moves the text to where the next segment may
    /// begin.
    ///
    /// - Returns: matches whose places are counted from the text's cursor as it was before.
    mutating func search(
        _ segment: Span<UInt8>, as text: inout WholeText, origin: Int, core: Range<Int>,
        continuation: Scanner.Continuation, provenance: () -> Provenance
    ) -> [PlacedMatch] {
        // Taken out for the time of the search: the matcher must not share `self` with it.
        var decoded = DecodedText()
        swap(&decoded, &self.decoded)
        defer { self.decoded = decoded }
        text.decode(segment, origin: origin, into: &decoded)
        let decodedCore =
            decoded.decodedOffset(ofSource: core.lowerBound)..<decoded.decodedOffset(ofSource: core.upperBound)
        matchQuietly(decoded.bytes.span, core: decodedCore, origin: origin, provenance: provenance)
        var matches: [PlacedMatch] = []
        collect(
            from: decoded.bytes.span, map: .decoded(decoded, origin: origin), view: .whole(text.encoding),
            counted: decoded.bytes.span, countedOffset: nil, lineStart: 0, into: &matches)
        text.advance(
            over: decoded, origin: origin, core: core, continuation: continuation, context: rules.context.before)
        return matches
    }

    /// Searches stretches of wide ASCII text among other bytes. Lines are counted in the bytes around them.
    private mutating func searchRegions(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, lineStart: Int, into matches: inout [PlacedMatch],
        provenance: () -> Provenance
    ) {
        regions.removeAll(keepingCapacity: true)
        holdsZero = WideRegionFinder.find(in: segment, into: &regions)
        guard !regions.isEmpty else { return }
        var decoded = DecodedText()
        swap(&decoded, &self.decoded)
        defer { self.decoded = decoded }
        for index in regions.indices {
            decoded.decode(segment, region: regions[index], origin: origin)
            let decodedCore =
                decoded.decodedOffset(ofSource: core.lowerBound)..<decoded.decodedOffset(ofSource: core.upperBound)
            guard !decodedCore.isEmpty else { continue }
            matchQuietly(decoded.bytes.span, core: decodedCore, origin: origin, provenance: provenance)
            collect(
                from: decoded.bytes.span, map: .decoded(decoded, origin: origin), view: .region(decoded.encoding),
                counted: segment, countedOffset: origin, lineStart: lineStart, into: &matches)
        }
    }

    /// Finds the matches in decoded text. What becomes of its candidates is told to nobody: their places are no bytes
    /// of the blob.
    mutating func matchQuietly(_ text: Span<UInt8>, core: Range<Int>, origin: Int, provenance: () -> Provenance) {
        let trail = matcher.trail
        matcher.trail = nil
        matcher.match(text, core: core, origin: origin, provenance: provenance)
        matcher.trail = trail
    }

    /// Turns the matcher's matches into ones that own their bytes and know their places.
    ///
    /// - Parameters:
    ///   - text: the text that was searched.
    ///   - counted: the text whose lines are counted.
    ///   - countedOffset: the blob offset of `counted` where it is not the text that was searched, else `nil`.
    ///   - lineStart: the index in `counted` that places are told from.
    func collect(
        from text: Span<UInt8>, map: SourceMap, view: TextView, counted: Span<UInt8>, countedOffset: Int?,
        lineStart: Int, into matches: inout [PlacedMatch]
    ) {
        guard !matcher.matches.isEmpty else { return }
        var locator = Locator(at: lineStart)
        var previous: RawMatch?
        var (secretText, matchText, excerpt): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        var allowed: Box<AllowComment>?
        for match in matcher.matches.sorted(by: { $0.secret.lowerBound < $1.secret.lowerBound }) {
            let bytes = map.sourceRange(of: match.secret)
            let range = countedOffset.map { bytes.shifted(by: -$0) } ?? match.secret
            let places = locator.places(of: range, in: counted)
            // Nobody asks for the line of a match that is only counted.
            let isCounted = match.judgement.verdict == .impossible && !reportsImpossible
            // Several matches of one secret share its text.
            let isKnown = previous?.secret == match.secret
            if !isKnown { secretText = Array(text, range: match.secret) }
            if previous?.match != match.match { matchText = Array(text, range: match.match) }
            if isCounted {
                (excerpt, allowed) = ([], nil)
            } else if !isKnown || excerpt.isEmpty {
                excerpt = LineExcerpt.make(around: match.secret, in: text)
                allowed = AllowComment.find(around: match.secret, in: text).map(Box.init)
            }
            previous = match
            let found = FoundMatch(
                rule: match.rule, bytes: bytes, secretText: secretText, spelling: nil, matchText: matchText,
                excerpt: excerpt,
                allowed: allowed, prefixLength: match.prefixLength,
                judgement: match.judgement, specificity: rules.specificities[Int(match.rule.rawValue)], view: view)
            matches.append(PlacedMatch(found: found, start: places.start, end: places.end))
        }
    }
}

extension Array<UInt8> {
    /// A copy of a part of `text`.
    init(_ text: Span<UInt8>, range: Range<Int>) {
        self.init()
        reserveCapacity(range.count)
        for index in range { append(text[index]) }
    }
}
