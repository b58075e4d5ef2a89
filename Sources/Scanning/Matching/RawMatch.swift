import Rules
import Scoring

/// A judged match, as plain values: offsets into the text that was searched, half-open.
struct RawMatch {
    var rule: RuleIndex

    /// Where the anchor that led to it starts.
    var anchor: Int

    /// Whether that anchor is a literal, and not a run.
    var isLiteral: Bool

    /// What the whole pattern took.
    var match: Range<Int>

    /// What its secret group took.
    var secret: Range<Int>

    /// How many of the secret's first bytes are the anchor's literal.
    var prefixLength: Int
    var judgement: Judgement

    /// The same match `distance` bytes further on.
    func shifted(by distance: Int) -> RawMatch {
        RawMatch(
            rule: rule, anchor: anchor + distance, isLiteral: isLiteral,
            match: match.shifted(by: distance), secret: secret.shifted(by: distance), prefixLength: prefixLength,
            judgement: judgement)
    }
}
