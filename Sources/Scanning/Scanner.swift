import Blobs
import Findings
import PCRE2
import Rules

/// Finds the credentials in blobs, one blob after the other: the private scratch of one worker.
///
/// A blob comes in segments: a core, and around it as many bytes as `CompiledRuleSet.context` asks for. What is found
/// does not depend on where the segments are cut. Each segment is searched as it stands; text in wide code units in it
/// is decoded and searched too.
///
/// Several scanners can share a blob: `handOver` gives up the report that one of them has begun, each searches
/// segments with `search`, somebody commits to the report what was found, in order, and a scanner that takes it over
/// goes on and finishes it.
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
    private let options: ScanOptions
    // Shared with the extension in Versions.
    var searcher: SegmentSearcher
    var resolver: BlobResolver

    private var suspectFinder = SuspectFinder()
    private var wholeText: WholeText?

    /// Whether the segment before ended in a hole.
    private var followsHole = false

    /// - Throws: `PatternError.outOfMemory`.
    public init(_ rules: CompiledRuleSet, options: ScanOptions) throws(PatternError) {
        self.rules = rules
        self.options = options
        searcher = try SegmentSearcher(rules, options: options)
        resolver = BlobResolver(rules, options: options)
    }

    /// For each rule, in the order of the set, what it has cost in all blobs so far.
    public var counts: [RuleCounts] { searcher.counts }

    /// Whether the segment that was searched last holds a zero byte: it is no text then.
    public var holdsZero: Bool { searcher.holdsZero }

    /// Begins a blob. Its segments follow, then `finish`.
    ///
    /// - Parameter ignoresPath: whether the blob's path must not matter: it has several, in no order.
    public mutating func begin(ignoresPath: Bool = false) {
        resolver.begin(at: TextCursor())
        wholeText = nil
        followsHole = false
        searcher.begin(ignoresPath: ignoresPath)
    }

    /// Searches what starts in the segment's core.
    ///
    /// - Parameters:
    ///   - segment: the bytes, at least `context.before` before the core and `context.after` behind it, or all that
    ///     there are.
    ///   - origin: the offset of the segment's first byte in the blob. It must not lie behind the last core's end
    ///     less `context.before`, except behind a hole.
    ///   - core: offsets into `segment`, half-open. Cores follow each other without gap or overlap, holes left out.
    ///   - provenance: where the blob comes from; asked for only when something was found that might be told.
    public mutating func scan(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, continuation: Continuation,
        provenance: () -> Provenance
    ) {
        precondition(origin <= resolver.cursor.offset, "segments leave a gap")
        if origin == 0, core.lowerBound == 0 {
            resolver.begin(at: TextCursor(behindMarkOf: segment))
            wholeText = TextEncodingDetector.detect(segment).map { WholeText($0.encoding, markLength: $0.markLength) }
        }
        if var text = wholeText {
            let cursor = text.cursor
            let matches = searcher.search(
                segment, as: &text, origin: origin, core: core, continuation: continuation, provenance: provenance)
            resolver.add(matches, behind: cursor)
            wholeText = text
        }
        let found = searcher.search(
            segment, origin: origin, core: core, continuation: continuation, followsHole: followsHole,
            linesFrom: resolver.cursor.offset, provenance: provenance)
        followsHole = if case .hole = continuation { true } else { false }
        resolver.commit(found, provenance: provenance)
    }

    /// Ends the blob and returns what it came to.
    public mutating func finish(provenance: () -> Provenance) -> BlobReport {
        resolver.note(searcher.failures)
        var report = resolver.finish(provenance: provenance)
        report.isPathDependent = searcher.matcher.isPathDependent
        return report
    }

    /// Scans a blob that is all in memory.
    ///
    /// - Parameter ignoresPath: as for `begin`.
    public mutating func scan(
        whole bytes: Span<UInt8>, ignoresPath: Bool = false, provenance: () -> Provenance
    ) -> BlobReport {
        begin(ignoresPath: ignoresPath)
        scan(bytes, origin: 0, core: 0..<bytes.count, continuation: .end, provenance: provenance)
        return finish(provenance: provenance)
    }

    /// Picks those of many short texts that `scan(whole:)` has to see: it would find nothing in the others.
    ///
    /// - Parameters:
    ///   - joined: texts without zero bytes, one zero byte behind each.
    ///   - suspects: takes the ranges of the texts, each once and in order.
    public mutating func findSuspects(in joined: Span<UInt8>, into suspects: inout [Range<Int>]) {
        suspectFinder.find(in: joined, anchors: searcher.anchors(), into: &suspects)
    }

    // MARK: Sharing a blob

    /// Whether segments must be searched in order: where they are decoded, the end of one says where the next starts.
    public var needsOrder: Bool { wholeText != nil }

    /// Gives up the report of the blob in hand. More segments can be searched for it, by this scanner and by others.
    public mutating func handOver() -> BlobResolver {
        resolver.note(searcher.failures)
        var given = BlobResolver(rules, options: options)
        swap(&given, &resolver)
        return given
    }

    /// Begins a share of a blob that another scanner has begun. Each share has its own budget for each rule.
    ///
    /// - Parameter ignoresPath: as for `begin`.
    public mutating func beginShare(ignoresPath: Bool = false) {
        searcher.begin(ignoresPath: ignoresPath)
    }

    /// Searches a segment of a shared blob, neither its first nor its last one.
    ///
    /// - Parameters: as for `scan`, with all of the context.
    public mutating func search(
        _ segment: Span<UInt8>, origin: Int, core: Range<Int>, provenance: () -> Provenance
    ) -> SegmentMatches {
        let start = origin + core.lowerBound - rules.context.before
        precondition(origin <= start, "context is missing")
        var found = searcher.search(
            segment, origin: origin, core: core, continuation: .adjacent, followsHole: false, linesFrom: start,
            provenance: provenance)
        found.failures = searcher.failures
        return found
    }

    /// Goes on with a blob of which all segments so far have been committed to `resolver`.
    public mutating func takeOver(_ resolver: consuming BlobResolver) {
        self.resolver = resolver
        wholeText = nil
        followsHole = false
    }
}
