import Rules
import Scoring

/// A judged match, as plain values: offsets into the text that was searched, half-open.
struct RawMatch {
    var rule: RuleIndex

    /// What the whole pattern took.
    var match: Range<Int>

    /// What its secret group took.
    var secret: Range<Int>

    /// How many of the secret's first bytes are the anchor's literal.
    var prefixLength: Int
    var judgement: Judgement
}
