import ArgumentParser
import Rules

/// `keyhound rules show ID`.
struct RulesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what a rule looks for and what to do about a finding.")

    @Argument(help: "The rule's id.") var id: String
    @OptionGroup var options: RuleOptions

    func run() throws {
        let rules = try LoadedRules(options).rules
        let text: String
        if let index = rules.index(of: id) {
            text = Self.text(of: rules.rule(at: index))
        } else if let position = rules.compositePosition(of: id) {
            text = Self.text(of: rules.composite(at: position))
        } else {
            do throws(RuleSetError) {
                _ = try rules.selecting(only: [id])
                return
            } catch {
                throw Refusal(error.description)
            }
        }
        guard StandardStreams.writeOutput(text) else { throw ProcessExit(status: .undelivered) }
    }

    private static func text(of rule: Rule) -> String {
        let traits = rule.traits
        var fields = heading(id: rule.id, title: rule.title, description: rule.description, provider: rule.provider)
        fields += [
            ("severity", traits.severity.rawValue), ("pattern", rule.pattern),
            ("anchors", rule.anchors.map(\.text).joined(separator: ", ")),
            ("reach", "\(traits.reach.before) bytes before the anchor, \(traits.reach.after) behind it"),
            ("proof", traits.proof.rawValue), ("confidence", "\(traits.confidence)"),
        ]
        if traits.minimumEntropy > 0 { fields.append(("entropy", "at least \(traits.minimumEntropy) bits per byte")) }
        fields += rule.allowPatterns.map { ("allowed", $0) }
        fields += rule.examples.map { ("example", $0) } + rule.counterExamples.map { ("counter-example", $0) }
        fields += rule.references.map { ("reference", $0) } + [("remedy", rule.remedy)]
        return layout(fields)
    }

    private static func text(of rule: CompositeRule) -> String {
        var fields = heading(id: rule.id, title: rule.title, description: rule.description, provider: rule.provider)
        fields += [("severity", rule.severity.rawValue), ("confidence", "\(rule.confidence)")]
        fields += rule.parts.map { ("part", "\($0.role): \($0.rules.joined(separator: " or "))") }
        let lines = rule.distance.lines.map { " and \($0) lines" } ?? ""
        fields.append(("distance", "at most \(rule.distance.bytes) bytes\(lines)"))
        fields += rule.examples.map { ("example", $0) } + rule.counterExamples.map { ("counter-example", $0) }
        fields += rule.references.map { ("reference", $0) } + [("remedy", rule.remedy)]
        return layout(fields)
    }

    private static func heading(
        id: String, title: String, description: String, provider: String
    ) -> [(name: String, value: String)] {
        [("rule", id), ("title", title), ("description", description), ("provider", provider)]
    }

    /// Names in one column, values in the next; a value of several lines is indented.
    private static func layout(_ fields: [(name: String, value: String)]) -> String {
        let width = (fields.map(\.name.count).max() ?? 0) + 2
        let indent = String(repeating: " ", count: width)
        return fields.filter { !$0.value.isEmpty }.map { field in
            let padding = String(repeating: " ", count: width - field.name.count)
            let lines = field.value.split(separator: "\n", omittingEmptySubsequences: false)
            return field.name + padding + lines.joined(separator: "\n" + indent) + "\n"
        }.joined()
    }
}
