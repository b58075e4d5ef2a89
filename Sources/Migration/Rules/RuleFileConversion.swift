import RuleCompilation

/// Turns all rules of a file of another scanner into one rule file of ours.
struct RuleFileConversion {
    /// The score of rules that are no finding by themselves: reported only if asked for.
    private static let partScore = 0.1

    private let format: ForeignRuleFormat
    private var names: RuleNames
    private var notes: [ConvertedRules.Note]
    private var texts: [String: RuleText] = [:]
    private var toml: String
    private var ruleCount = 0

    init(_ file: ForeignRuleFile, format: ForeignRuleFormat) {
        self.format = format
        names = RuleNames(prefix: format.prefix)
        notes = file.notes
        toml = "# Rules of \(format.name), carried over. The examples are made up, unless that file had some.\n"
        for rule in file.rules { add(rule) }
        for rule in file.rules where !rule.partners.isEmpty { addComposite(rule) }
    }

    var result: ConvertedRules {
        let sorted = notes.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }
        return ConvertedRules(format: format, toml: toml, ruleCount: ruleCount, notes: sorted.map(\.element))
    }

    private mutating func add(_ rule: ForeignRule) {
        guard texts[rule.id] == nil else {
            return note("not carried over: a rule before it has the same id", rule)
        }
        let isPart = rule.isHelper || !rule.partners.isEmpty
        let conversion = RuleConversion(
            rule, id: names.id(for: rule.id), score: isPart ? Self.partScore : rule.confidence.score)
        for remark in conversion.remarks { note(remark, rule) }
        guard let text = conversion.text, append(text.toml, rule) else { return }
        texts[rule.id] = text
        ruleCount += 1
        if rule.isHelper { note("'skipReport': reported with --min-confidence low only", rule) }
    }

    private mutating func addComposite(_ rule: ForeignRule) {
        guard let primary = texts[rule.id] else { return }
        var partners: [(RuleText, ForeignRule.Partner)] = []
        for partner in rule.partners {
            guard let text = texts[partner.rule] else {
                return note("'required': the rule '\(partner.rule)' was not carried over, so no finding is made", rule)
            }
            partners.append((text, partner))
        }
        let composite = CompositeText(
            primary, partners: partners, id: names.id(for: rule.id + "-pair"), score: rule.confidence.score)
        guard let composite else {
            return note("'required' is not carried over: reported with --min-confidence low only", rule)
        }
        if append(composite.toml, rule) {
            note("'required' is a composite now; alone, it is reported with --min-confidence low only", rule)
        }
    }

    /// Returns `false`, with a note, if the file would be larger than rule files may be.
    private mutating func append(_ text: String, _ rule: ForeignRule) -> Bool {
        guard toml.utf8.count + text.utf8.count + 1 <= RuleFile.maximumSize else {
            note("not carried over: the file would be larger than \(RuleFile.maximumSize) bytes: convert parts", rule)
            return false
        }
        toml += "\n" + text
        return true
    }

    private mutating func note(_ text: String, _ rule: ForeignRule) {
        notes.append(ConvertedRules.Note(rule: rule.id, line: rule.line, text: text))
    }
}
