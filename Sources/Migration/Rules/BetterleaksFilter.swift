/// A filter of betterleaks, an expression that is true of what is not reported, as far as it can be carried over:
/// https://github.com/betterleaks/betterleaks/blob/main/docs/config.md#filtering.
///
///     entropy(secret) < 3.5    the minimum entropy
///     matchesAny(secret, …)    allow patterns; with "!" in front, those of the opposite
///     containsAny(secret, …)   an allow pattern
///     a || b                   each by itself
///
/// An alternative of any other kind is left out: then more is reported, not less.
struct BetterleaksFilter {
    private(set) var minimumEntropy = 0.0
    private(set) var allow: [String] = []
    private(set) var remarks: [String] = []

    init(_ source: String) {
        guard !source.utf8.allSatisfy({ $0 <= 0x20 }) else { return }
        guard let tokens = FilterTokens.tokens(of: source) else {
            remarks.append("'filter' is not carried over: it is not understood")
            return
        }
        guard !tokens.contains(where: { [.word("let"), .sign(";"), .sign("?")].contains($0) }) else {
            remarks.append("'filter' is not carried over: it has variables or conditions")
            return
        }
        read(tokens[...])
    }

    /// Parentheses are opened no deeper than this.
    private static let deepest = 16

    private mutating func read(_ tokens: ArraySlice<FilterToken>, depth: Int = 0) {
        for part in FilterTokens.alternatives(of: tokens) {
            if depth < Self.deepest, let inside = FilterTokens.inside(of: part), FilterTokens.isAlternatives(inside) {
                read(inside, depth: depth + 1)
            } else if !take(FilterTokens.inside(of: part) ?? part) {
                let name =
                    part.compactMap { if case .word(let name) = $0 { name } else { nil } }.first ?? "an expression"
                remarks.append("'filter': a part with '\(name)' is not carried over")
            }
        }
    }

    /// Returns `false` if the part has no counterpart.
    private mutating func take(_ part: ArraySlice<FilterToken>) -> Bool {
        let isNegated = part.first == .sign("!")
        let call = isNegated ? part.dropFirst() : part
        guard case .word(let fullName)? = call.first, FilterTokens.isAboutSecret(call.dropFirst()) else { return false }
        let name = fullName.split(separator: ".").last.map(String.init) ?? fullName
        let rest = call.dropFirst(6)
        if name == "entropy", !isNegated {
            guard rest.count == 3, rest.first == .sign(")"), [.sign("<"), .sign("<=")].contains(Array(rest)[1]),
                case .number(let value)? = rest.last
            else { return false }
            minimumEntropy = max(minimumEntropy, value)
            return true
        }
        guard let texts = FilterTokens.list(rest) else { return false }
        switch name {
        case "containsAny":
            guard let words = AllowPatterns.words(texts, ignoresCase: false) else { return true }
            allow.append(isNegated ? AllowPatterns.none([words]) : words)
        case "matchesAny":
            takeMatches(texts, isNegated: isNegated)
        default:
            return false
        }
        return true
    }

    private mutating func takeMatches(_ texts: [String], isNegated: Bool) {
        var patterns: [String] = []
        for text in texts {
            do throws(RegexError) {
                let parsed = try RegexParser.parse(text, dialect: .go)
                let pattern = RegexSource.text(of: parsed.node)
                if !isNegated { try AllowPatterns.check(pattern) }
                patterns.append(pattern)
            } catch {
                remarks.append("'filter': an expression is not carried over: \(error.description)")
                // What must match one of several cannot be said without one of them.
                if isNegated { return }
            }
        }
        guard isNegated else {
            allow += patterns
            return
        }
        let pattern = AllowPatterns.none(patterns.map { "(?:\($0))" })
        do throws(RegexError) {
            try AllowPatterns.check(pattern)
            allow.append(pattern)
        } catch {
            remarks.append("'filter': an expression is not carried over: \(error.description)")
        }
    }
}
