import Blobs
import Findings
import Rules

/// Makes one report of what was found in the segments of a blob: the second half of a scan.
///
/// It needs the segments in order. Who has searched them, and when, makes no difference.
public struct BlobResolver: ~Copyable, Sendable {
    private let rules: CompiledRuleSet
    private var ledger: MatchLedger
    private var report = BlobReport()
    private var failures: [RuleFailure] = []

    /// Where the lines of the next segment are counted from.
    private(set) var cursor = TextCursor()

    init(_ rules: CompiledRuleSet, options: ScanOptions) {
        self.rules = rules
        ledger = MatchLedger(
            rules, threshold: options.threshold, reportsImpossible: options.reportsImpossible, now: options.now)
    }

    /// Begins a blob whose text begins at the cursor.
    mutating func begin(at cursor: TextCursor) {
        self.cursor = cursor
    }

    /// Takes the matches of the next segment, and hands on what no later one can change.
    public mutating func commit(_ segment: consuming SegmentMatches, provenance: () -> Provenance) {
        add(segment.matches, behind: cursor)
        cursor.advance(over: segment.way)
        note(segment.failures)
        if let frontier = segment.frontier { ledger.settle(before: frontier, of: provenance, into: &report) }
    }

    /// Takes matches of the next segment whose places are counted from `cursor`.
    mutating func add(_ matches: [PlacedMatch], behind cursor: TextCursor) {
        for match in matches {
            ledger.add(
                PendingMatch(match.found, start: cursor.point(at: match.start), end: cursor.point(at: match.end)))
        }
    }

    mutating func note(_ failures: [RuleFailure]) {
        for failure in failures { self.failures.note(failure) }
    }

    /// Ends the blob and returns what it came to.
    mutating func finish(provenance: () -> Provenance) -> BlobReport {
        ledger.settle(before: nil, of: provenance, into: &report)
        // In order of place: the segments may have been searched by several scanners.
        report.failures = failures.sorted(by: RuleFailure.isOrderedBefore).map { failure in
            let subject = failure.rule.map { "rule \(rules.rules.id(of: $0)): " } ?? ""
            return Diagnostic(
                reason: failure.reason, provenance: provenance(),
                note: "\(subject)\(failure.cause), from byte \(failure.offset) on")
        }
        failures.removeAll(keepingCapacity: true)
        defer { report = BlobReport() }
        return report
    }
}
