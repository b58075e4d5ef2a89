/// Pattern syntax that PCRE2 knows and Keyhound refuses: it would let a rule change how rules are run, or its meaning
/// depends on which of PCRE2's engines runs it. The issues named are those of PCRE2Project/pcre2, seen in 10.42.
public enum ForbiddenConstruct: Sendable, Hashable, CaseIterable {
    /// `(*NAME)`: sets limits, newlines, UTF or backtracking control, or spells an assertion in words.
    case verb

    /// `(?C)`: calls the program that runs the match.
    case callout

    /// `\K`: moves the start of the match away from where it began, past the last allowed start.
    case resetOfMatchStart

    /// `\C`: one code unit whatever the mode.
    case singleCodeUnit

    /// `(?J)`: lets one name stand for several groups.
    case duplicateNames

    /// `(…)*+`, `(…)++`, `(…)?+`, `(…){2,}+`: the engines disagree on what the group captured (issue 324).
    case possessiveCapture

    /// `(?R)`, `(?1)`, `(?&name)`, `\g<1>`: the engines disagree on the groups that a call leaves set (issue 261).
    case recursion

    /// The construct, or how it starts, as written in a pattern.
    public var spelling: String {
        switch self {
        case .verb: "(*"
        case .callout: "(?C"
        case .resetOfMatchStart: #"\K"#
        case .singleCodeUnit: #"\C"#
        case .duplicateNames: "(?J"
        case .possessiveCapture: "(…)*+"
        case .recursion: "a call of a group"
        }
    }

    /// What to write instead.
    public var remedy: String {
        switch self {
        case .verb: #"limits and modes are fixed; write assertions as (?=…), a literal as \(\*"#
        case .callout: "remove it"
        case .resetOfMatchStart: "use a lookbehind or a capture group"
        case .singleCodeUnit: "use (?s:.), which is one byte here"
        case .duplicateNames: "give each group its own name"
        case .possessiveCapture: "repeat inside the group, ((?:…)*+), or make the repeat atomic, (?>(…)*)"
        case .recursion: "write the group out again"
        }
    }
}
