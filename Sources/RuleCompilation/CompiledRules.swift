import Rules

/// Rules that passed every check.
public struct CompiledRules: Sendable {
    /// In the order of files and lines.
    public let rules: [Rule]
    public let composites: [CompositeRule]
    /// What is allowed but not good.
    public let warnings: [RuleProblem]

    /// Where the keys of each rule and composite stand, by id.
    let locators: [String: RuleLocator]

    /// Returns a problem of the rule or composite called `id`, at an element of one of its lists.
    public func problem(_ reason: RuleProblemReason, rule id: String, at key: String, element: Int? = nil)
        -> RuleProblem
    {
        locators[id]?.problem(reason, at: key, element: element)
            ?? RuleProblem(file: id, line: 1, column: nil, rule: id, reason: reason)
    }

    /// Returns the rules as a table, ready for a `RuleSet`.
    ///
    /// - Throws: `RuleTableError` if the rules do not fit the format.
    public func table() throws(RuleTableError) -> RuleTable {
        try RuleTable(rules: rules, composites: composites)
    }
}
