/// Whether PCRE2's just-in-time compiler may be used. It changes the speed, never a match.
///
/// A `Pattern` compiled with `.automatic` and a `Matcher` made with `.automatic` run machine code.
/// If either says `.never`, the interpreter runs.
public enum JITPolicy: Sendable, Hashable, CaseIterable {
    /// Use machine code where the library and the system allow it, and the interpreter elsewhere.
    case automatic

    /// Always use the interpreter.
    case never
}
