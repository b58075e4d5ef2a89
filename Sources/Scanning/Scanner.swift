import Blobs
import Findings
import PCRE2
import Rules

/// Finds the credentials in blobs, one blob after the other: the private scratch of one worker.
///
/// A blob comes in segments: a core, and around it as many bytes as `CompiledRuleSet.context` asks for. What is found
/// does not depend on where the segments are cut. Each segment is searched as it stands; text in wide code units in it
/// is decoded and searched too.
public struct Scanner: ~Copyable {
    /// What follows a segment's core.
    public enum Continuation: Hashable, Sendable {
        /// The end of the blob.
        case end

        /// The next segment's core.
        case adjacent

        /// Zero bytes only, up to the offset where the next segment begins, its leading context included.
        case hole(until: Int)
    }

    private let rules: CompiledRuleSet
    private var matcher: TextMatcher
    private var ledger: MatchLedger
    private var report = BlobReport()
    private var suspectFinder = SuspectFinder()

    private var cursor = TextCursor()
    private var wholeText: WholeText?
    private var decoded = DecodedText()
    private var regions: [WideRegionFinder.Region] = []

    /// - Throws: `PatternError.outOfMemory`.
    public init(_ rules: CompiledRuleSet, options: ScanOptions) throws(PatternError) {
        self.rules = rules
        matcher = try TextMatcher(rules, jit: options.jit, clock: options.clock)
        ledger = MatchLedger(rules, threshold: options.threshold, reportsImpossible: options.reportsImpossible)
    }

    /// Begins a blob. Its segments follow, then `finish`.
    public mutating func begin() {
        cursor = TextCursor()
        wholeText = nil
        matcher.beginBlob()
    }

    /// Searches what starts in the segment's core.
    ///
    /// - Parameters:
    ///   - segment: the bytes, at least `context.before` before the core and `context.after` behind it, or all that
    ///     there are.
    ///   - origin: the offset of the segment's first byte in the blob. It must not lie behind the last core's end
    ///     less `context.before`, except behind a hole.
    ///   - core: offsets into `segment`, half-open. Cores follow each other without gap or overlap, holes left out.
    ///   - provenance: where the blob comes from; asked for only when something was found.
    public mutating func scan(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, continuation: Continuation,
        provenance: () -> Provenance
    ) {
        precondition(origin <= cursor.offset, "segments leave a gap")
        if origin == 0, core.lowerBound == 0 {
            cursor = TextCursor(behindMarkOf: segment)
            wholeText = TextEncodingDetector.detect(segment).map { WholeText($0.encoding, markLength: $0.markLength) }
        }
        matcher.match(segment, core: core, origin: origin)
        collect(
            from: segment, map: .identity(origin: origin), view: .bytes, counted: segment,
            countedOffset: nil, locator: Locator(cursor, at: cursor.offset - origin))
        scanWholeText(segment, origin: origin, core: core, continuation: continuation)
        scanRegions(segment, origin: origin, core: core)
        advance(over: segment, origin: origin, core: core, continuation: continuation)
        if continuation != .end {
            ledger.settle(before: origin + core.upperBound - rules.context.before, of: provenance, into: &report)
        }
    }

    /// Ends the blob and returns what it came to.
    public mutating func finish(provenance: () -> Provenance) -> BlobReport {
        ledger.settle(before: nil, of: provenance, into: &report)
        report.failures = matcher.failures.map { failure in
            Diagnostic(
                reason: failure.reason, provenance: provenance(),
                note: "rule \(rules.rules.id(of: failure.rule)): \(failure.cause), from byte \(failure.offset) on")
        }
        defer { report = BlobReport() }
        return report
    }

    /// Scans a blob that is all in memory.
    public mutating func scan(whole bytes: Span<UInt8>, provenance: () -> Provenance) -> BlobReport {
        begin()
        scan(bytes, origin: 0, core: 0..<bytes.count, continuation: .end, provenance: provenance)
        return finish(provenance: provenance)
    }

    /// Picks those of many short texts that `scan(whole:)` has to see: it would find nothing in the others.
    ///
    /// - Parameters:
    ///   - joined: texts without zero bytes, one zero byte behind each.
    ///   - suspects: takes the ranges of the texts, each once and in order.
    public mutating func findSuspects(in joined: Span<UInt8>, into suspects: inout [Range<Int>]) {
        suspectFinder.find(in: joined, anchors: rules.anchors, into: &suspects)
    }

    /// Searches the text that the whole blob is, where its first bytes say that it is UTF-16 or UTF-32.
    private mutating func scanWholeText(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, continuation: Continuation
    ) {
        guard var text = wholeText else { return }
        // Taken out for the time of the search: the matcher must not share `self` with it.
        var decoded = DecodedText()
        swap(&decoded, &self.decoded)
        defer { self.decoded = decoded }
        text.decode(segment, origin: origin, into: &decoded)
        let decodedCore =
            decoded.decodedOffset(ofSource: core.lowerBound)..<decoded.decodedOffset(ofSource: core.upperBound)
        matcher.match(decoded.bytes.span, core: decodedCore, origin: origin)
        collect(
            from: decoded.bytes.span, map: .decoded(decoded, origin: origin), view: .whole(text.encoding),
            counted: decoded.bytes.span, countedOffset: nil, locator: text.locator)
        text.advance(
            over: decoded, origin: origin, core: core, continuation: continuation, context: rules.context.before)
        wholeText = text
    }

    /// Searches stretches of wide ASCII text among other bytes. Lines are counted in the bytes around them.
    private mutating func scanRegions(_ segment: Span<UInt8>, origin: Int, core: Range<Int>) {
        regions.removeAll(keepingCapacity: true)
        WideRegionFinder.find(in: segment, into: &regions)
        guard !regions.isEmpty else { return }
        var decoded = DecodedText()
        swap(&decoded, &self.decoded)
        defer { self.decoded = decoded }
        for index in regions.indices {
            decoded.decode(segment, region: regions[index], origin: origin)
            let decodedCore =
                decoded.decodedOffset(ofSource: core.lowerBound)..<decoded.decodedOffset(ofSource: core.upperBound)
            guard !decodedCore.isEmpty else { continue }
            matcher.match(decoded.bytes.span, core: decodedCore, origin: origin)
            collect(
                from: decoded.bytes.span, map: .decoded(decoded, origin: origin), view: .region(decoded.encoding),
                counted: segment, countedOffset: origin, locator: Locator(cursor, at: cursor.offset - origin))
        }
    }

    /// Turns the matcher's matches into pending ones, which own their bytes and know their lines.
    ///
    /// - Parameters:
    ///   - text: the text that was searched.
    ///   - counted: the text whose lines are counted.
    ///   - countedOffset: the blob offset of `counted` where it is not the text that was searched, else `nil`.
    private mutating func collect(
        from text: Span<UInt8>, map: SourceMap, view: TextView, counted: Span<UInt8>, countedOffset: Int?,
        locator: consuming Locator
    ) {
        for match in matcher.matches.sorted(by: { $0.secret.lowerBound < $1.secret.lowerBound }) {
            let bytes = map.sourceRange(of: match.secret)
            let range = countedOffset.map { bytes.shifted(by: -$0) } ?? match.secret
            let points = locator.points(of: range, in: counted)
            ledger.add(
                PendingMatch(
                    rule: match.rule, bytes: bytes, start: points.start, end: points.end,
                    secretText: Array(text, range: match.secret), matchText: Array(text, range: match.match),
                    excerpt: LineExcerpt.make(around: match.secret, in: text), prefixLength: match.prefixLength,
                    judgement: match.judgement, view: view))
        }
    }

    /// Moves the line count to where the next segment may begin.
    private mutating func advance(
        over segment: Span<UInt8>, origin: Int, core: Range<Int>, continuation: Continuation
    ) {
        switch continuation {
        case .end: break
        case .adjacent:
            let target = max(cursor.offset, origin + core.upperBound - rules.context.before)
            cursor.advance(over: segment.extracting(cursor.offset - origin..<target - origin))
        case .hole(let until):
            cursor.advance(over: segment.extracting(cursor.offset - origin..<core.upperBound))
            cursor.advance(overZeros: until - cursor.offset)
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
