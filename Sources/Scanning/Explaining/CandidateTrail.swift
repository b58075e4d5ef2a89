import Rules

/// Notes what becomes of the candidates of a part of a text, for people who ask why.
struct CandidateTrail {
    /// Candidates count whose anchor or secret shares a byte with this, half-open.
    let range: Range<Int>

    private(set) var steps: [(candidate: Candidate, secret: Range<Int>?, gate: ExplainedCandidate.Gate)] = []

    init(_ range: Range<Int>) {
        self.range = range
    }

    mutating func note(_ candidate: Candidate, secret: Range<Int>? = nil, _ gate: ExplainedCandidate.Gate) {
        guard candidate.anchor.overlaps(range) || secret?.overlaps(range) ?? false else { return }
        steps.append((candidate, secret, gate))
    }
}
