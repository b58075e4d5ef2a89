import Rules

/// An anchor that was hit, on behalf of one rule.
struct Candidate {
    let rule: RuleIndex

    /// Where it lies in its text, half-open.
    let anchor: Range<Int>

    /// Whether the anchor is a literal, and not a run.
    let isLiteral: Bool

    /// The same candidate `distance` bytes further on.
    func shifted(by distance: Int) -> Candidate {
        Candidate(rule: rule, anchor: anchor.shifted(by: distance), isLiteral: isLiteral)
    }
}
