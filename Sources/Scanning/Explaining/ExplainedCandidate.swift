import Findings

/// How far a candidate got: a rule's anchor in a text, and the gate that it did not pass.
public struct ExplainedCandidate: Sendable {
    /// The gates, in the order in which a candidate comes to them.
    public enum Gate: Sendable {
        /// The bytes behind the anchor cannot begin a match.
        case rejected
        /// The rule has used up what it may cost in this blob.
        case budget
        /// The search was given up; why.
        case notExamined(String)
        case noMatch
        /// Bits per byte, and how many the rule asks for.
        case entropy(Float, minimum: Float)
        /// One of the rule's patterns of what is no secret matches.
        case allowed
        /// What the judgement makes of it is too little for any report.
        case unlikely(Verdict, score: Float)
        /// It goes on to the whole blob's matches.
        case kept(Verdict, score: Float, Disposition)
    }

    /// The rule's id.
    public let rule: String

    /// Where the anchor lies in the blob, half-open.
    public let anchor: Range<Int>

    /// Whether the anchor is a literal of the rule, and not a run of bytes that may be the secret.
    public let isLiteral: Bool

    /// Where the secret would lie in the blob, half-open; `nil` before there is a match.
    public let secret: Range<Int>?
    public let gate: Gate
}
