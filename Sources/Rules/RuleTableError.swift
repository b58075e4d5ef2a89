/// Why bytes are no rule table, or rules fit into none.
public enum RuleTableError: Error, Hashable, Sendable {
    /// The bytes do not begin with a table's header, or are not as long as it says.
    case notATable
    /// The table was written by another version of Keyhound.
    case unsupportedVersion(found: Int, expected: Int)
    /// A number of the rule does not fit the format.
    case outOfRange(rule: String, value: Int, limit: Int)
    /// More than 65,535 rules.
    case tooManyRules(Int)
    /// Two rules, or a rule and a composite, have the same id.
    case duplicateID(String)
}

extension RuleTableError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notATable:
            "not a rule table, or a damaged one: compile the rules again"
        case .unsupportedVersion(let found, let expected):
            "rule table of version \(found), but \(expected) is needed: compile the rules again"
        case .outOfRange(let rule, let value, let limit):
            "rule '\(rule)' needs the number \(value), but a table holds at most \(limit): split the rule"
        case .tooManyRules(let count):
            "\(count) rules, but a table holds at most \(UInt16.max): split the rule files"
        case .duplicateID(let id):
            "there are two rules with the id '\(id)': rename one"
        }
    }
}
