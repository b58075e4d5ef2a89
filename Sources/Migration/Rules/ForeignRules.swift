/// Rules of other scanners, read and turned into ours.
public enum ForeignRules {
    /// Returns the format that the content has, whatever the file is called; `nil` if it is none, or one of ours.
    ///
    /// - Complexity: linear in `bytes`, which are parsed for it.
    public static func format(of bytes: [UInt8]) -> ForeignRuleFormat? {
        if let root = try? ForeignTable(bytes) {
            guard !root.has("rule"), !root.has("composite") else { return nil }
            return ["rules", "extend", "allowlist", "allowlists", "prefilter"].contains(where: root.has)
                ? .gitleaks : nil
        }
        return YAMLRuleReader.format(of: bytes)
    }

    /// Returns a rule file of ours with what could be carried over.
    ///
    /// Every rule is tried by the compiler of rule files, with an example made from its pattern if it has none.
    ///
    /// - Throws: `MigrationError` if the bytes are not of the format, are more than 4 MiB, or no rule is left.
    /// - Complexity: some milliseconds a rule.
    public static func convert(
        _ bytes: [UInt8], as format: ForeignRuleFormat
    ) throws(MigrationError) -> ConvertedRules {
        let file =
            switch format {
            case .gitleaks: try GitleaksReader(bytes).file
            case .kingfisher, .noseyparker: try YAMLRuleReader(bytes, format: format).file
            }
        guard !file.rules.isEmpty || !file.notes.isEmpty else { throw MigrationError(.noRules) }
        return RuleFileConversion(file, format: format).result
    }
}
