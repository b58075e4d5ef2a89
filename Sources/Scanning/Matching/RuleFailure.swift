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

extension Array<RuleFailure> {
    /// Keeps the first place for each rule and reason.
    mutating func note(_ failure: RuleFailure) {
        if let known = firstIndex(where: { $0.rule == failure.rule && $0.reason == failure.reason }) {
            if failure.offset < self[known].offset { self[known] = failure }
        } else {
            append(failure)
        }
    }
}
