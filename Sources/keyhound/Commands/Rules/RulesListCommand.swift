import ArgumentParser
import Rules

/// `keyhound rules list`.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules, by provider, and what each is recognised and judged by.")

    @Flag(help: "Write Markdown, as in Rules/CATALOGUE.md.") var markdown = false
    @OptionGroup var options: RuleOptions

    func run() throws {
        let catalogue = RuleCatalogue(try LoadedRules(options).rules)
        guard StandardStreams.writeOutput(markdown ? catalogue.markdown : catalogue.text) else {
            throw ProcessExit(status: .undelivered)
        }
    }
}
