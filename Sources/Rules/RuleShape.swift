/// By what a credential is recognised.
public enum RuleShape: String, CaseIterable, Hashable, Sendable {
    /// By itself: a literal prefix, check digits, or a structure that must parse.
    case own

    /// By a name that stands beside it; the value alone could be anything.
    case named

    /// By a word such as `password` in the name that it is given to.
    case assigned
}
