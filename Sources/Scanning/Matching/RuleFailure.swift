import Findings
import Rules

/// A rule that did not examine all of a blob.
struct RuleFailure: Hashable {
    let rule: RuleIndex

    /// `ruleLimit`, `ruleBudget` or `memory`.
    let reason: SkipReason

    /// What happened, for people.
    let cause: String

    /// The offset in the blob of the first place that was not examined.
    let offset: Int
}
