import PCRE2
import Rules

/// A rule that passed its checks so far, with its patterns compiled.
struct CheckedRule {
    let rule: Rule
    let pattern: Pattern
    let allowPatterns: [Pattern]
}
