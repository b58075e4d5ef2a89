/// Why rules do not make a set, or a selection names what is not there.
public enum RuleSetError: Error, Hashable, Sendable {
    /// Two rules, or a rule and a composite, have the same id.
    case duplicateID(String)
    /// A composite names a rule that no table holds.
    case unknownPart(composite: String, rule: String)
    /// A selection names ids that the set does not know, each with the known ids that look most like it.
    case unknownIDs([UnknownID])
    /// More than 65,535 rules.
    case tooManyRules(Int)

    public struct UnknownID: Hashable, Sendable {
        public let id: String
        /// Nearest first; empty if nothing is near.
        public let suggestions: [String]
    }
}

extension RuleSetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateID(let id):
            "there are two rules with the id '\(id)': rename one"
        case .unknownPart(let composite, let rule):
            "composite '\(composite)' needs the rule '\(rule)', which does not exist: correct the id or add the rule"
        case .unknownIDs(let unknown):
            unknown.map(\.sentence).joined(separator: "; ")
        case .tooManyRules(let count):
            "\(count) rules, but a set holds at most \(UInt16.max): leave out a rule file"
        }
    }
}

extension RuleSetError.UnknownID {
    fileprivate var sentence: String {
        guard !suggestions.isEmpty else {
            return "there is no rule '\(id)': 'keyhound rules list' shows all of them"
        }
        let names = suggestions.map { "'\($0)'" }.joined(separator: " or ")
        return "there is no rule '\(id)': did you mean \(names)?"
    }
}
