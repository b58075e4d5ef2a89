import ArgumentParser

/// `keyhound rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List, show, check and convert rules.",
        subcommands: [RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self, RulesConvertCommand.self])
}
