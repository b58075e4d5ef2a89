import Blobs
import Findings

extension Scanner {
    /// Scans a blob that is all in memory, and tells what became of each candidate in a part of it.
    ///
    /// Text in wide code units is scanned as always, and its candidates are not told.
    ///
    /// - Parameter range: the bytes that are asked about, half-open.
    /// - Returns: candidates in order of place and rule; some may be told twice, if several anchors lead to one match.
    public mutating func explain(
        _ bytes: Span<UInt8>, in range: Range<Int>, provenance: () -> Provenance
    ) -> (candidates: [ExplainedCandidate], report: BlobReport) {
        begin()
        searcher.matcher.trail = CandidateTrail(range)
        scan(bytes, origin: 0, core: 0..<bytes.count, continuation: .end, provenance: provenance)
        let steps = searcher.matcher.trail?.steps ?? []
        searcher.matcher.trail = nil
        let rules = searcher.rules.rules
        let candidates = steps.map { step in
            ExplainedCandidate(
                rule: rules.id(of: step.candidate.rule), anchor: step.candidate.anchor,
                isLiteral: step.candidate.isLiteral, secret: step.secret, gate: step.gate)
        }
        let ordered = candidates.sorted { left, right in
            let (one, other) = (left.anchor, right.anchor)
            return (one.lowerBound, one.upperBound, left.rule) < (other.lowerBound, other.upperBound, right.rule)
        }
        return (ordered, finish(provenance: provenance))
    }
}
