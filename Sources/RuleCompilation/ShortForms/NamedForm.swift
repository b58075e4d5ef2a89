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
        "api", "key", "token", "secret", "pass", "pwd", "auth(?!or)", "access", "cred", "bearer", "private", "license",
        "licence", "webhook", "signature", "sid(?![a-z])", "dsn(?![a-z])", "pat(?![a-z])",
    ]

    /// What joins the parts of a name that `_` stands for.
    private static let joints = ["", "_", "-", ".", " "]

    static func form(names: [String], value: String, words: [String]) throws(ShortForm.Problem) -> ShortForm {
        for name in names + words where !isName(name) {
            throw ShortForm.Problem(reason: .badName(name), key: names.contains(name) ? "names" : "words")
        }
        for name in names where name.utf8.count < shortestName {
            throw ShortForm.Problem(reason: .shortName(name, minimum: shortestName), key: "names")
        }
        _ = try ShortForm.facts(of: value, at: "value")
        let spellings = names.flatMap { Self.spellings(of: $0) }
        let pattern = source(
            names: spellings, words: words.isEmpty ? defaultWords : words.flatMap { Self.spellings(of: $0) },
            value: value)
        guard let facts = PatternFacts(source: pattern, options: .extended), let longest = facts.maximumLength else {
            throw ShortForm.Problem(reason: .notUnderstood("value"), key: "value")
        }
        return ShortForm(
            pattern: pattern, patternOptions: .extended,
            anchors: spellings.map { .literal(Array($0.utf8), ignoresCase: true) },
            reach: Reach(before: lookbehind, after: min(longest + 2, Reach.maximum)),
            secretGroup: .name(ShortForm.secretName), shape: .named)
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

    /// The name with each kind of joint: a name mixes none.
    private static func spellings(of name: String) -> [String] {
        let parts = name.split(separator: "_")
        return parts.count == 1 ? [name] : joints.map { parts.joined(separator: $0) }
    }

    // MARK: The pattern

    /// How far the pattern looks back from the name, in bytes: the words that may stand in front of it.
    private static let lookbehind = 9

    private static func source(names: [String], words: [String], value: String) -> String {
        let name = alternation(names)
        let word = "(?i:\(words.joined(separator: "|").replacing(" ", with: "[ ]").replacing(".", with: "[.]")))"
        let secret =
            value.contains("(?<\(ShortForm.secretName)>") ? "(?:\(value))" : "(?<\(ShortForm.secretName)>\(value))"
        return """
            (?: (?: (?<![A-Za-z]) | (?<=\\\\[bfnrt]) | (?<=[a-z])(?=[A-Z]) )
                \(name) (?: (?=\(word)) | (?![A-Za-z]) | (?<=[a-z])(?=[A-Z]) )
                (?: \(sameKey) | \(keyBelow) | \(address) ) \(word) [A-Za-z0-9_.-]{0,24}+ (?<! [_.-][Ii][Dd] | [a-z]Id )
            | (?<= (?i)key[_.-] | (?i)token[_.-] | (?i)secret[_.-] | (?i)password[_.-] ) \(name) [A-Za-z0-9_.-]{0,16}+
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
        + #"(?:\s|\\[nrt]){0,24}["'{<(\[-]{0,3}[ ]?[A-Za-z0-9_.-]{0,24}?"#

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

    private static func alternation(_ texts: [String]) -> String {
        "(?i:\(texts.joined(separator: "|").replacing(" ", with: "[ ]").replacing(".", with: "[.]")))"
    }
}
