import Rules

/// The rules that are part of the program: a table that `rulec` wrote from Rules/*.toml when it was built.
public enum BuiltInRules {
    /// Costs a look at the header: nothing is parsed or copied.
    public static let table = RuleTable(builtInTableBytes)
}
