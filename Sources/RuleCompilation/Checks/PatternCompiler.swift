import PCRE2
import Rules

/// Compiles the patterns of rules for checking them.
///
/// The interpreter runs them: it needs no executable memory, finds the same, and machine code would cost more to
/// compile than the few examples cost to search.
enum PatternCompiler {
    static func pattern(
        _ source: String, options: Rules.PatternOptions = []
    ) throws(PatternError) -> Pattern {
        try Pattern(source, options: Pattern.Options(options), jit: .never)
    }
}

extension Pattern.Options {
    /// The options under PCRE2's names.
    public init(_ options: Rules.PatternOptions) {
        self = []
        if options.contains(.ignoreCase) { insert(.caseInsensitive) }
        if options.contains(.extended) { insert(.extended) }
        if options.contains(.dotAll) { insert(.dotMatchesNewline) }
        if options.contains(.multiline) { insert(.multiLine) }
    }
}
