import PCRE2
import Rules

/// A value that could be anything, beside a name that tells whose it is:
/// `names = ["acme"]` and `value = '[0-9a-f]{32}'`.
///
/// What stands between them is the same for all rules: the rest of an identifier with a word that speaks of a
/// credential, or a key below the name, and an assignment in whatever language.
enum NamedForm {
    static let shortestName = 4

    /// Words that speak of a credential.
    static let defaultWords = [
        "api", "key", "token", "secret", "pass", "pwd", "auth(?!or(?!iz))", "access", "cred", "bearer", "private",
        "license", "licence", "webhook", "signature", "sid(?![a-z])", "dsn(?![a-z])", "pat(?![a-z])",
    ]

    static func form(names: [String], value: String, words: [String]) throws(ShortForm.Problem) -> ShortForm {
        for name in names + words where !isName(name) {
            throw ShortForm.Problem(reason: .badName(name), key: names.contains(name) ? "names" : "words")
        }
        for name in names where name.utf8.count < shortestName {
            throw ShortForm.Problem(reason: .shortName(name, minimum: shortestName), key: "names")
        }
        let valueFacts = try ShortForm.facts(of: value, at: "value")
        let pattern = source(
            names: names, complete: words.isEmpty ? names.filter(endsInWord) : [],
            words: words.isEmpty ? defaultWords : words.map(looseSpelling), value: value)
        guard let facts = PatternFacts(source: pattern, options: .extended), let longest = facts.maximumLength else {
            throw ShortForm.Problem(reason: .notUnderstood("value"), key: "value")
        }
        return ShortForm(
            pattern: pattern, patternOptions: .extended,
            anchors: NameAnchors.anchors(of: names),
            reach: Reach(before: lookbehind, after: min(longest + 2 + RuleTraits.valueRun.seen, Reach.maximum)),
            secretGroup: .name(ShortForm.secretName), shape: .named,
            needsValueRun: valueFacts.hasRun(of: RuleTraits.valueRun.shortest))
    }

    /// What random values of the length have nearly always, in bits a byte.
    static func minimumEntropy(of value: String) -> Double {
        switch PatternFacts(source: value)?.minimumLength ?? 0 {
        case 32...: 3
        case 24..<32: 2.8
        case 16..<24: 2.4
        default: 1.8
        }
    }

    /// Lower-case letters and digits, joined by underscores.
    private static func isName(_ name: String) -> Bool {
        let letters = ByteClass.lower.union(.digits)
        return name.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(letters.contains) }
    }

    /// All spellings in one, and mixed ones too.
    private static func looseSpelling(of name: String) -> String { name.replacing("_", with: "[ _.-]?") }

    /// Words at the end of a name after which no other one is asked for: `acme_token`.
    private static let finalWords = ["key", "token", "secret", "pass", "password", "pwd", "credential", "credentials"]

    private static func endsInWord(_ name: String) -> Bool {
        guard let last = name.split(separator: "_").last else { return false }
        return finalWords.contains { last.hasSuffix($0) }
    }

    /// Whether a pattern was made here: then its anchors are what it asks for.
    static func made(_ pattern: String) -> Bool { pattern.contains(assignment) }

    // MARK: The pattern

    /// How far the pattern looks back from the name, in bytes: the words that may stand in front of it.
    private static let lookbehind = 9

    /// - Parameter complete: the names that need no word.
    private static func source(names: [String], complete: [String], words: [String], value: String) -> String {
        func alternation(_ names: [String]) -> String {
            names.isEmpty ? "(?!)" : "(?i:\(names.map(looseSpelling).joined(separator: "|")))"
        }
        let word = "(?i:\(words.joined(separator: "|")))"
        let secret =
            value.contains("(?<\(ShortForm.secretName)>") ? "(?:\(value))" : "(?<\(ShortForm.secretName)>\(value))"
        return """
            (?: (?: (?<![A-Za-z]) | (?<=\\\\[bfnrt]) | (?<=[a-z])(?=[A-Z]) )
                (?: \(alternation(names)) (?: (?=\(word)) | (?![A-Za-z]) | (?<=[a-z])(?=[A-Z]) )
                    (?: \(sameKey) | \(keyBelow) | \(address) ) \(word)
                | \(alternation(complete))
                ) [A-Za-z0-9_.-]{0,24}+ (?<! [_.-][Ii][Dd] | [a-z]Id )
            | (?<= (?i)key[_.-] | (?i)token[_.-] | (?i)secret[_.-] | (?i)password[_.-] )
                \(alternation(names)) [A-Za-z0-9_.-]{0,16}+
            )
            (?: \(assignment) ) (?: (?i: bearer | basic | token | apikey ) [ ]{1,2} )?
            (?<! [A-Za-z0-9_/+.@-] ) \(secret) (?! [A-Za-z0-9_/+=@-] | [.][A-Za-z0-9] )
            """
    }

    /// From the name to the word within one identifier, or a few words of prose.
    private static let sameKey = "[A-Za-z0-9_. -]{0,32}?"

    /// From the name to a key that stands below or behind it: YAML, JSON, XML, blocks of settings.
    private static let keyBelow =
        #"[A-Za-z0-9_.-]{0,24}["'\])>]{0,2}\s{0,4}[:={(\[>,]{0,2}"#
        + #"(?:\s|\\[nrt]){0,24}["'{<(\[-]{0,3}(?:\s|\\[nrt]){0,24}["']?[A-Za-z0-9_.-]{0,24}?"#

    /// From the name in the host of a URL to a parameter.
    private static let address = #"[.][a-z]{2,4}[A-Za-z0-9_./?&=%-]{0,60}?[?&][A-Za-z0-9_.-]{0,16}?"#

    /// From the identifier to the value.
    private static let assignment = [
        // = "…", : …, ", "…, =>, (", :=
        #"[^\nA-Za-z0-9_.-][^\nA-Za-z0-9]{0,15}?"#,
        // name: X, value: …; <add key="X" value="…
        #"["']?,?(?:\s|\\[nrt]){0,24}-?\s{0,2}["']?(?i:value)["']?\s?[:=]\s?["']?"#,
        // <key>X</key> <string>…
        #"</[A-Za-z0-9_:.-]{1,24}>(?:\s|\\[nrt]){0,24}<[A-Za-z0-9_:.-]{1,24}>"#,
        // : str = "…
        #":[ ]?(?:str|string|String)\??[ ]?=[ ]?["']"#,
        // ") or "…, ') ?? '…
        #"["'\])]{1,3}[ ]or[ ]["']"#,
        // key is …
        #"[ ](?:is|was)[ :]{1,2}["'`]?"#,
    ].joined(separator: " | ")
}
