import PCRE2
import Rules

/// What a short form of a rule stands for: pattern, anchors and reach, made from what the author wrote.
///
/// Each form is documented in Rules/README.md.
struct ShortForm {
    let pattern: String
    let patternOptions: PatternOptions
    let anchors: [Anchor]
    let reach: Reach
    let secretGroup: RuleDraft.SecretGroup
    let shape: RuleShape
    let needsValueRun: Bool

    /// The group of the author's pattern that holds the secret, where it is not all of it.
    static let secretName = "secret"

    /// Why there is no form, and the key at which the problem lies.
    struct Problem: Error {
        let reason: RuleProblemReason
        let key: String
    }

    /// Not in the middle of a word: behind no letter or digit, unless it belongs to an escape.
    static let start =
        #"(?:(?<![A-Za-z0-9])|(?<=\\[bfnrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\x[0-9A-Fa-f]{2})"#
        + #"|(?<=\\u[0-9A-Fa-f]{4}))"#

    /// How far `start` looks back, in bytes.
    static let startReach = 6

    /// Compiles a part of the author's, so that what is wrong with it is said of his own text, and asks for its facts.
    static func facts(of source: String, at key: String) throws(Problem) -> PatternFacts {
        let pattern = try compiled(source, at: key)
        if pattern.canMatchEmpty { throw Problem(reason: .patternMatchesEmpty, key: key) }
        guard let facts = PatternFacts(source: source) else { throw Problem(reason: .notUnderstood(key), key: key) }
        guard let longest = facts.maximumLength, longest <= Reach.maximum - 1 else {
            throw Problem(reason: .endless(key), key: key)
        }
        return facts
    }

    static func compiled(
        _ source: String, options: PatternOptions = [], at key: String
    ) throws(Problem) -> Pattern {
        do {
            return try PatternCompiler.pattern(source, options: options)
        } catch {
            throw Problem(reason: .badPattern(error), key: key)
        }
    }
}
