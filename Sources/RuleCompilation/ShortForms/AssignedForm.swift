import PCRE2
import Rules

/// A value that is given to a name with a keyword in it: `assigned = ["pass", "pwd"]`.
///
/// The value may be anything. What the pattern takes is what languages and formats can write between a name and its
/// value; the proof tells the secrets among what it takes.
enum AssignedForm {
    /// How much of a value is taken, in bytes.
    private static let longestValue = 2_000
    private static let longestBare = 200

    static func form(keywords: [String]) throws(ShortForm.Problem) -> ShortForm {
        var anchors: [Anchor] = []
        for keyword in keywords {
            let literal = keyword.prefix { $0 != "(" }
            guard literal.utf8.count >= Anchor.shortestLiteral,
                !literal.contains(where: { "[]{}?*+.|\\^$".contains($0) })
            else { throw ShortForm.Problem(reason: .badName(keyword), key: "assigned") }
            anchors.append(.literal(Array(literal.utf8), ignoresCase: true))
        }
        let pattern = source(keywords)
        _ = try ShortForm.compiled(pattern, options: .extended, at: "assigned")
        return ShortForm(
            pattern: pattern, patternOptions: .extended, anchors: anchors,
            reach: Reach(before: surroundings, after: longestName + longestValue + surroundings),
            secretGroup: .name(ShortForm.secretName), shape: .assigned, needsValueRun: false)
    }

    /// From the end of the keyword to the value: the sum of what the parts of the pattern take at most.
    private static let longestName = 400

    /// Whether a pattern was made here: then its values end with the window, if not before.
    static func made(_ pattern: String) -> Bool { pattern.contains(quoted) }

    /// How far in front of the keyword and behind the value the proof looks, in bytes.
    private static let surroundings = 304

    // MARK: The pattern

    private static func source(_ keywords: [String]) -> String {
        """
        (?i: \(keywords.joined(separator: "|")) ) (?: [.-]? [A-Za-z0-9_] ){0,40}+
        (?: \\\\{0,3} ["'`] | [*][*] | &(?:quot|\\#34); | \\) [.] [A-Za-z]{1,16} )?+
        (?: \\]{1,2} | %5[Dd] )?+
        (?: \(typeName) )?+
        (?| (?: \(signsOfQuoted) ) (?: \(wrapping) )? \(quoted)
          | (?: \(signsOfBare) ) (?i: (?: bearer | basic | token | apikey ) [ ] )? \(bare)
        )
        """
    }

    /// `: string`, in front of `=`.
    private static let typeName =
        #"\s{0,4}+ : \s{0,4}+ [&A-Za-z] [A-Za-z0-9_.<>&?'\[\]!]{0,30}+ (?= \s{0,4} = [^=>] )"#

    private static let signsOfQuoted = [
        // = "…", := "…", => "…", == "…", != "…", ||= "…"
        #"[ \t]{0,24}+ (?: => | :=? | ={1,3} ~? | !={1,2} | \|\|= | \?\?=? | \|\| ) \s{0,12}+"#,
        // , "…" and , with: "…"
        #"[ \t]{0,2}+ , \s{0,12}+ (?: [a-z]{1,12} : [ ] )?+"#,
        #"\s? \( \s{0,12}+"#,
        // password) = "…", password) { "…"
        #"\) \s? (?: = | \|\| | \?\? | \{ ) \s{0,4}+"#,
        // name="password" value="…"
        #"(?<=["'`]) \s{1,8}+ (?i: value | content | default ) \s{0,2}+ = \s{0,2}+"#,
        #"[ \t]{1,24}+ (?: (?: is | was | to | BY | by ) :? [ ] )?+"#,
    ].joined(separator: " | ")

    /// What may stand between the sign and the quote: a function or two, the kind of a literal, a bracket.
    private static let wrapping = [
        #"(?: (?: new [ ] )? [A-Za-z_\[$] [A-Za-z0-9_.$\[\]]{0,30}+ \( \s{0,2}+ ){1,2} b?"#,
        #"[LuUbrfBR@$]{1,2}"#, #"[\(\[{] \s{0,2}+"#,
    ].joined(separator: " | ")

    private static let quoted = """
        (?<open> \\\\{0,5}+ ["'`] | &(?:quot|\\#34); )
        (?<\(ShortForm.secretName)> (?: (?! \\k<open> ) (?: \\\\ ["'\\\\] | [^\\r\\n] ) ){3,}+ ) \\k<open>
        """

    /// Blanks and `>` are in every text, so a lookahead says what the value begins with and what must follow: it ends
    /// most candidates before they are searched.
    private static let signsOfBare = [
        #"[ \t]{0,24}+ [=:] \s{0,12}+"#,
        #"[ \t]{1,4} (?= [^\s"'`<>\\,;&{] ) (?= [^\s0-9]{0,40}+ [0-9] [^\s]{5} )"#,
        #"[ \t]? > \s{0,4}+ (?= [^\s"'`<>\\,;&{] ) (?= [^\s<>]{3,200} < )"#,
    ].joined(separator: " | ")

    /// Not a call, a member, the name of a variable, or what a template will fill in.
    private static let bare = """
        (?<open>)
        (?! [A-Za-z_$@&*!] [A-Za-z0-9_.$:>-]{0,60}+ [(\\[] | [A-Za-z_$.]{1,60}+ ; | [$%] [({A-Za-z] | \\{ | [.] [.] )
        (?<\(ShortForm.secretName)> [^\\s"'`<>\\\\,;&]{2,\(longestBare - 1)} (?<! [,;)}\\].:] ) )
        (?! [A-Za-z0-9] )
        """
}
