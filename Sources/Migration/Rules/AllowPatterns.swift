import PCRE2

/// Makes allow patterns: a secret in which one of them matches is not reported.
enum AllowPatterns {
    /// Returns the expression in PCRE2's syntax.
    ///
    /// - Throws: `RegexError` if it is not understood, or allows everything.
    static func pattern(_ source: String, dialect: RegexDialect) throws(RegexError) -> String {
        let text = RegexSource.text(of: try RegexParser.parse(source, dialect: dialect).node)
        try check(text)
        return text
    }

    /// Returns a pattern for secrets in which one of the words stands.
    static func words(_ words: [String], ignoresCase: Bool) -> String? {
        let parts = words.filter { !$0.isEmpty }.map { $0.utf8.map(RegexSource.literal).joined() }
        guard !parts.isEmpty else { return nil }
        return ignoresCase ? "(?i:\(parts.joined(separator: "|")))" : "(?:\(parts.joined(separator: "|")))"
    }

    /// Returns a pattern for secrets in which all of the patterns match.
    static func all(_ patterns: [String]) -> String {
        #"\A"# + patterns.map { "(?=(?s:.*?)(?:\($0)))" }.joined() + "(?s:.)"
    }

    /// Returns a pattern for secrets in which none of the patterns matches.
    static func none(_ patterns: [String]) -> String {
        #"\A(?!(?s:.*?)(?:"# + patterns.joined(separator: "|") + "))(?s:.)"
    }

    /// Returns a pattern for secrets that have fewer than `count` bytes of a class.
    ///
    /// - Parameter inside: the class as it stands between brackets.
    static func fewer(than count: Int, of inside: String) -> String {
        #"\A(?=[^\#(inside)]*+(?:[\#(inside)][^\#(inside)]*+){0,\#(count - 1)}\z)(?s:.)"#
    }

    /// Texts that share no character: a pattern that is in all of them is no exception but the rule.
    private static let unlikeTexts = ["kQzvXbWmTjRg", "4719302856", "+/=_-.:,;!"]

    static func check(_ source: String) throws(RegexError) {
        let pattern: Pattern
        var matcher: Matcher
        do {
            pattern = try Pattern(source, jit: .never)
            matcher = try Matcher(jit: .never)
        } catch {
            throw RegexError("\(error)")
        }
        let takesAll = unlikeTexts.allSatisfy { matcher.firstMatch(of: pattern, in: Array($0.utf8).span) == .match }
        if pattern.canMatchEmpty || takesAll { throw RegexError("the expression matches every secret") }
    }
}
