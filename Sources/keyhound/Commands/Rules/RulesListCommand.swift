import ArgumentParser
import Rules

/// `keyhound rules list`.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules, by provider.")

    @OptionGroup var options: RuleOptions

    func run() throws {
        let rules = try LoadedRules(options).rules
        var lines: [(provider: String, id: String, severity: Severity, proof: String, title: String)] = []
        for index in rules.indices {
            let rule = rules.rule(at: index)
            lines.append((rule.provider, rule.id, rule.traits.severity, proofText(rule.traits.proof), rule.title))
        }
        for position in rules.composites.indices {
            let rule = rules.composite(at: position)
            lines.append((rule.provider, rule.id, rule.severity, "joined", rule.title))
        }
        lines.sort { ($0.provider, $0.id) < ($1.provider, $1.id) }
        let width = lines.map(\.id.count).max() ?? 0
        var text = ""
        var provider = ""
        for line in lines {
            if line.provider != provider {
                text += "\(provider.isEmpty ? "" : "\n")\(line.provider)\n"
                provider = line.provider
            }
            text += "  \(padded(line.id, to: width))  \(padded(line.severity.rawValue, to: 8))  "
            text += "\(padded(line.proof, to: 8))  \(line.title)\n"
        }
        text += "\n\(rules.count) rules, \(rules.composites.count) joined from several\n"
        guard StandardStreams.writeOutput(text) else { throw ProcessExit(status: .undelivered) }
    }

    /// Whether a match is judged by more than its pattern.
    private func proofText(_ proof: Proof) -> String {
        proof == .none ? "pattern" : "judged"
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
