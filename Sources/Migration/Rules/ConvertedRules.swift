/// A rule file of another scanner as one of ours, and what of it could not be carried over.
public struct ConvertedRules: Sendable {
    public let format: ForeignRuleFormat

    /// A rule file, accepted by `RuleFileCompiler` for users as it stands; if `ruleCount` is 0, only a comment.
    ///
    /// Ids begin with the name of the format, so that no built-in rule has them.
    public let toml: String

    /// How many rules were carried over.
    public let ruleCount: Int

    /// What could not be carried over, or only in part, in the order of the file.
    public let notes: [Note]

    /// One construct that was not carried over.
    public struct Note: Sendable, Hashable {
        /// The id of the rule as its file has it; `nil` if the note is about the whole file.
        public let rule: String?
        /// From 1; `nil` if it is not known.
        public let line: Int?
        public let text: String

        public init(rule: String?, line: Int?, text: String) {
            self.rule = rule
            self.line = line
            self.text = text
        }
    }
}
