import Rules

/// Rules that passed every check.
public struct CompiledRules: Sendable {
    /// In the order of files and lines.
    public let rules: [Rule]
    public let composites: [CompositeRule]
    /// What is allowed but not good.
    public let warnings: [RuleProblem]

    /// Returns the rules as a table, ready for a `RuleSet`.
    ///
    /// - Throws: `RuleTableError` if the rules do not fit the format.
    public func table() throws(RuleTableError) -> RuleTable {
        try RuleTable(rules: rules, composites: composites)
    }
}
