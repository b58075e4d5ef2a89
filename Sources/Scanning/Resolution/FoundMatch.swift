import Findings
import Rules
import Scoring

/// A match that owns what it needs, so that nothing of its segment must be kept.
struct FoundMatch {
    let rule: RuleIndex

    /// The secret's bytes in the innermost undecoded unit, half-open.
    let bytes: Range<Int>

    /// The secret as it stands in the (decoded) text.
    let secretText: [UInt8]

    /// How the secret is spelt in the blob, where that is in another encoding; `nil` else.
    let spelling: [UInt8]?

    /// What the whole pattern took.
    let matchText: [UInt8]

    /// The secret's line around it, see `LineExcerpt`.
    let excerpt: [UInt8]

    /// What a comment beside it says; nothing of matches that are only counted.
    let allowed: Box<AllowComment>?
    let prefixLength: Int
    let judgement: Judgement

    /// How much its rule knows about what it finds: decides between matches that are equally sure.
    let specificity: UInt8

    /// The text that it was found in.
    let view: TextView
}
