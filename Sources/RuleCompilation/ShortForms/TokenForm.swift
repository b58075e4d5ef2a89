import PCRE2
import Rules

/// A credential that begins with a literal text: `token = 'acme_[a-z0-9]{32}'`.
enum TokenForm {
    /// Shorter texts are in every other file; still allowed are those of `Anchor.shortestLiteral`.
    private static let goodLength = 4

    static func form(of token: String) throws(ShortForm.Problem) -> ShortForm {
        let facts = try ShortForm.facts(of: token, at: "token")
        let literals =
            facts.leadingLiterals(ofLength: goodLength) ?? facts.leadingLiterals(ofLength: Anchor.shortestLiteral)
        guard let literals else { throw ShortForm.Problem(reason: .noLiteralStart, key: "token") }
        let holdsSecret = token.contains("(?<\(ShortForm.secretName)>")
        return ShortForm(
            pattern: "\(ShortForm.start)(?:\(token))(?![A-Za-z0-9\(facts.finalBytesInClass)])",
            patternOptions: [],
            anchors: literals.map { .literal($0.bytes, ignoresCase: $0.ignoresCase) },
            // One byte more, for the lookahead.
            reach: Reach(before: ShortForm.startReach, after: (facts.maximumLength ?? 0) + 1),
            secretGroup: holdsSecret ? .name(ShortForm.secretName) : .number(0),
            shape: .own, needsValueRun: false)
    }
}
