/// For whom rules are compiled, which decides how much of a rule must be written down.
public enum RuleAudience: Sendable {
    /// Part of the program: two examples, two counter-examples, a description, references and a remedy.
    case builtIn
    /// Of one user: one example is enough.
    case user

    var minimumExamples: Int { self == .builtIn ? 2 : 1 }
    var minimumCounterExamples: Int { self == .builtIn ? 2 : 0 }
    var requiresDocumentation: Bool { self == .builtIn }
    /// How many expansions of each template are tried.
    var seeds: Range<UInt64> { self == .builtIn ? 0..<4 : 0..<2 }
}
