/// What one rule has cost, and what came of it: where an expensive rule shows.
public struct RuleCounts: Hashable, Sendable {
    /// Anchor hits.
    public internal(set) var candidates = 0

    /// Of these, how many were searched with the pattern. The others were rejected by their first bytes.
    public internal(set) var searches = 0

    /// Of these, how many matched.
    public internal(set) var matches = 0

    /// Of these, how many were judged to be worth keeping.
    public internal(set) var kept = 0

    public init() {}

    public mutating func merge(_ other: RuleCounts) {
        candidates += other.candidates
        searches += other.searches
        matches += other.matches
        kept += other.kept
    }
}
