import Rules

/// The rules that are part of the program: a table that `rulec` wrote from Rules/*.toml when it was built.
public enum BuiltInRules {
    /// Costs a look at the header: nothing is parsed or copied.
    public static let table = RuleTable(builtInTableBytes)

    /// The SHA-256 of `table.encoded`, in hexadecimal: taken when the program was built.
    public static var tableSHA256: StaticString { builtInTableSHA256 }
}
