import PCRE2

/// What can be wrong with a rule file. The description says it and how to put it right.
public enum RuleProblemReason: Hashable, Sendable {
    // The file.
    case fileTooLarge(bytes: Int, limit: Int)
    case noRules
    case notUTF8(byteOffset: Int)
    case nulCharacter
    case syntax(String)
    case outOfTime

    // Keys and values.
    case unknownKey(String, known: [String])
    case missingKey(String)
    case wrongType(key: String, expected: String, found: String)
    case outOfRange(key: String, allowed: String)
    case unknownName(key: String, name: String, allowed: [String])
    case emptyText(key: String)
    case tooFew(key: String, needed: Int, found: Int)

    // Ids.
    case badID(String)
    case duplicateID(String, first: String)

    // Patterns.
    case badPattern(PatternError)
    case patternMatchesEmpty
    case notUnderstood(String)
    case endless(String)
    case noLiteralStart
    case badName(String)
    case shortName(String, minimum: Int)
    case severalForms(String, String)
    case badAllowPattern(String, PatternError)
    case allowsEverything(String)
    case unknownGroup(String)
    case groupOutOfRange(Int, count: Int)

    // Anchors and reach.
    case anchorTooShort(String, minimum: Int)
    case anchorTooLong(String, maximum: Int)
    case anchorIsDense(String)
    case badHex(String)
    case anchorInNoExample(String)
    case reachBeforeTooSmall(given: Int, lookbehind: Int)

    // Examples.
    case badTemplate(TemplateError)
    case exampleNotFound(ExampleFailure)
    case exampleNeedsMoreReach
    case counterExampleFound
    case searchGivenUp(MatchFailure)

    // What the rules are in the whole scanner, and what they cost.
    case anchorNotRequired
    case endlessMatch
    case matchExceedsReach(length: Int, room: Int)
    case superLinear
    case reportedElsewhere(rule: String)
    case notReported
    case counterExampleReported

    // Composites.
    case unknownPartRule(String)
    case unknownRole(String, known: [String])
    case duplicateRole(String)
    case partInNoExample(role: String)
    case partsTooFarApart(role: String)
    case compositeInCounterExample

    /// Why a rule finds nothing in its example: how far the best candidate came.
    public enum ExampleFailure: Hashable, Sendable {
        case noAnchor
        case patternDeclines
        case matchStartsElsewhere
        case noSecretGroup
        case entropyTooLow
        case allowed
    }

    var isWarning: Bool {
        switch self {
        case .anchorIsDense, .anchorNotRequired, .endlessMatch, .matchExceedsReach, .superLinear, .reportedElsewhere:
            true
        default: false
        }
    }
}

extension RuleProblemReason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fileTooLarge(let bytes, let limit):
            "the file has \(bytes) bytes, the limit is \(limit): split it"
        case .noRules:
            "the file has no rules: add a [[rule]] or a [[composite]]"
        case .notUTF8(let byteOffset):
            "byte \(byteOffset) is not UTF-8: save the file as UTF-8"
        case .nulCharacter:
            "NUL characters are not allowed, nor is their TOML escape: in a pattern, write \\x00"
        case .syntax(let message):
            "not TOML: \(message)"
        case .outOfTime:
            "checking the rules took too long: simplify patterns that backtrack, or shorten their examples"
        case .unknownKey(let key, let known):
            "unknown key \(Quotation(key)): known are \(known.joined(separator: ", "))"
        case .missingKey(let key):
            "the key '\(key)' is missing: \(Self.hint(about: key))"
        case .wrongType(let key, let expected, let found):
            "'\(key)' is \(found): it must be \(expected)"
        case .outOfRange(let key, let allowed):
            "'\(key)' is out of range: it must be \(allowed)"
        case .unknownName(let key, let name, let allowed):
            "'\(key)' cannot be \(Quotation(name)): it must be one of \(allowed.joined(separator: ", "))"
        case .emptyText(let key):
            "'\(key)' is empty: write something or remove the key"
        case .tooFew(let key, let needed, let found):
            "'\(key)' has \(found) of at least \(needed): add some"
        case .badID(let id):
            "\(Quotation(id)) is no id: use lower-case words joined by hyphens, 64 characters at most"
        case .duplicateID(let id, let first):
            "the id \(Quotation(id)) is taken (\(first)): choose another"
        case .badPattern(let error):
            "\(error)"
        case .patternMatchesEmpty:
            "the pattern matches the empty string: demand at least one byte, with '+' for '*'"
        case .notUnderstood(let key):
            "'\(key)' has syntax that says nothing about lengths and beginnings: use the long form, with 'pattern'"
        case .endless(let key):
            "'\(key)' has no greatest length: write {20,128} for '+', '*' and {20,}"
        case .noLiteralStart:
            "the token begins with no literal text of three bytes or more: use the long form, with 'pattern'"
        case .badName(let name):
            "\(Quotation(name)) is no name: use lower-case letters and digits, joined by '_'"
        case .shortName(let name, let minimum):
            "the name \(Quotation(name)) is shorter than \(minimum) letters and would be everywhere: lengthen it"
        case .severalForms(let first, let second):
            "'\(first)' and '\(second)' are keys of different forms of a rule: keep one"
        case .badAllowPattern(let pattern, let error):
            "allow pattern \(Quotation(pattern)): \(error)"
        case .allowsEverything(let pattern):
            "the allow pattern \(Quotation(pattern)) matches everything, and the rule finds nothing: narrow it"
        case .unknownGroup(let name):
            "the pattern has no group \(Quotation(name)): name it with (?<…>…) or give its number"
        case .groupOutOfRange(let group, let count):
            "'secret' is group \(group), but the pattern has \(count): correct the number, or capture the secret"
        case .anchorTooShort(let anchor, let minimum):
            "the anchor \(Quotation(anchor)) is shorter than \(minimum) bytes and would be everywhere: lengthen it"
        case .anchorTooLong(let anchor, let maximum):
            "the anchor \(Quotation(anchor)) is longer than \(maximum) bytes: shorten it"
        case .badHex(let text):
            "\(Quotation(text)) is no bytes in hexadecimal: write two digits for each byte, such as 'feedfeed'"
        case .anchorIsDense(let anchor):
            "the anchor \(Quotation(anchor)) is in every other file and will cost time: lengthen it if possible"
        case .anchorInNoExample(let anchor):
            "the anchor \(Quotation(anchor)) is in no example: add an example with it, or remove it"
        case .reachBeforeTooSmall(let given, let lookbehind):
            "the pattern looks \(lookbehind) bytes back, but 'reach.before' is \(given): raise it"
        case .badTemplate(let error):
            "\(error)"
        case .exampleNotFound(let failure):
            "the rule finds nothing in this example: \(failure)"
        case .exampleNeedsMoreReach:
            "with more reach the rule would find something else in this example: raise 'reach'"
        case .counterExampleFound:
            "the rule finds a secret in this counter-example: narrow the pattern"
        case .searchGivenUp(let failure):
            "the search in this text was given up (\(failure)): rewrite the pattern so that it backtracks less"
        case .anchorNotRequired:
            "the pattern can match a text without any of the anchors, and such a match is missed: add an anchor, or "
                + "narrow the pattern"
        case .endlessMatch:
            "the pattern has no greatest length, and what is longer than the window is missed: write {20,128} for '+', "
                + "'*' and {20,}"
        case .matchExceedsReach(let length, let room):
            "a match may have \(length) bytes, but the window holds \(room): raise 'reach', or lower a repeat count"
        case .superLinear:
            "a text that nearly matches costs more than its length: make repeats next to each other exclusive, with "
                + "different classes or '++'"
        case .reportedElsewhere(let rule):
            "the secret in this example is reported as \(Quotation(rule)): narrow one of the two, or raise the "
                + "'confidence' of the more specific one"
        case .notReported:
            "the whole scanner reports nothing in this example: its proof or its confidence speaks against it"
        case .counterExampleReported:
            "the whole scanner reports this counter-example: narrow the pattern, or choose another proof"
        case .unknownPartRule(let id):
            "there is no rule \(Quotation(id)): correct the id, or compile the file that has it together with this one"
        case .unknownRole(let role, let known):
            "no part has the role \(Quotation(role)): name one of \(known.joined(separator: ", "))"
        case .duplicateRole(let role):
            "two parts have the role \(Quotation(role)): merge them or rename one"
        case .partInNoExample(let role):
            "no rule of the part \(Quotation(role)) finds anything in this example: correct one of them"
        case .partsTooFarApart(let role):
            "the part \(Quotation(role)) is too far from the primary part in this example: raise 'distance'"
        case .compositeInCounterExample:
            "the composite is found in this counter-example: narrow its rules or its distance"
        }
    }

    private static func hint(about key: String) -> String {
        switch key {
        case "reach": "say how far around the anchor the pattern may look, { before = 64, after = 64 }"
        case "anchors": "name a text that every match contains, such as its prefix"
        case "examples": "add a text in which the rule finds a secret"
        default: "add it"
        }
    }
}

extension RuleProblemReason.ExampleFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noAnchor: "none of its anchors is there"
        case .patternDeclines: "the pattern does not match around an anchor, within the reach"
        case .matchStartsElsewhere:
            "the pattern matches, but not where the anchor starts: correct it or drop 'starts_at_anchor'"
        case .noSecretGroup: "the group that 'secret' names takes no part in the match"
        case .entropyTooLow: "the secret has less than 'minimum_entropy'"
        case .allowed: "an allow pattern matches the secret"
        }
    }
}
