/// What one search found.
public enum MatchOutcome: Sendable, Hashable {
    /// There is a match; `Matcher.range(ofGroup:)` says where.
    case match

    /// Every allowed start was tried to the end: there is no match.
    case noMatch

    /// The search was given up. This is never "no match": the caller must report the subject as not examined.
    case notExamined(MatchFailure)
}
