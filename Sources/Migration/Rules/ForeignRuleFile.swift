/// What a reader makes of a rule file of another scanner.
struct ForeignRuleFile: Sendable {
    /// The most bytes of a file: a rule file of ours has fewer.
    static let maximumSize = 4 << 20

    var rules: [ForeignRule] = []
    var notes: [ConvertedRules.Note] = []

    mutating func note(_ text: String, rule: String? = nil, line: Int? = nil) {
        notes.append(ConvertedRules.Note(rule: rule, line: line, text: text))
    }
}
