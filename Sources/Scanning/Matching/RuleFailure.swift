import Findings
import Rules

/// A rule that did not examine all of a blob, or a part of one that no rule has examined.
struct RuleFailure: Hashable {
    /// `nil` if it speaks of all rules.
    let rule: RuleIndex?

    /// `ruleLimit`, `ruleBudget`, `memory` or `decoding`.
    let reason: SkipReason

    /// What happened, for people.
    let cause: String

    /// The offset in the blob of the first place that was not examined.
    let offset: Int

    /// The order of a blob: by place, then what speaks of all rules, then by rule.
    static func isOrderedBefore(_ left: RuleFailure, _ right: RuleFailure) -> Bool {
        (left.offset, left.rule.map { Int($0.rawValue) } ?? -1) < (
            right.offset, right.rule.map { Int($0.rawValue) } ?? -1
        )
    }
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
