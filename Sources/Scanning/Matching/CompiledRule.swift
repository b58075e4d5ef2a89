import PCRE2
import Rules

/// A rule's patterns, compiled.
final class CompiledRule: Sendable {
    let pattern: Pattern
    let allowPatterns: [Pattern]

    init(_ rule: Rule, jit: JITPolicy) throws(PatternError) {
        pattern = try Pattern(rule.pattern, options: Pattern.Options(rule.patternOptions), jit: jit)
        var allowPatterns: [Pattern] = []
        for source in rule.allowPatterns { allowPatterns.append(try Pattern(source, jit: jit)) }
        self.allowPatterns = allowPatterns
    }
}

extension Pattern.Options {
    init(_ options: PatternOptions) {
        self = []
        if options.contains(.ignoreCase) { insert(.caseInsensitive) }
        if options.contains(.multiline) { insert(.multiLine) }
        if options.contains(.dotAll) { insert(.dotMatchesNewline) }
        if options.contains(.extended) { insert(.extended) }
    }
}
