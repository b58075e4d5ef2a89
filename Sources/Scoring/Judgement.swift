import Findings
import Rules

/// What is thought of one match: a plain value, made without allocation for nearly every match.
public struct Judgement: Hashable, Sendable {
    public var verdict: Verdict

    /// From 0 to 1, for the match standing alone.
    public var score: Float

    /// From 0 to 1, for the match as a part of a composite. At least `score`.
    public var pairedScore: Float

    /// A severity below the rule's, where the credential itself says that it is worth less; `nil` otherwise.
    public var severityLimit: Severity?
    public var disposition: Disposition

    public init(
        verdict: Verdict, score: Float, pairedScore: Float? = nil, severityLimit: Severity? = nil,
        disposition: Disposition = .report
    ) {
        self.verdict = verdict
        self.score = score
        self.pairedScore = max(score, pairedScore ?? score)
        self.severityLimit = severityLimit
        self.disposition = disposition
    }

    /// A match that is no credential at all.
    public static let impossible = Judgement(verdict: .impossible, score: 0)
}
