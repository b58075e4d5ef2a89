import ArgumentParser

/// With which rules to scan.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Add the rules in FILE, Keyhound's or another scanner's. Repeatable.", valueName: "file"),
        completion: .file())
    var rules: [String] = []

    @Option(help: ArgumentHelp("Use only these rules.", valueName: "rule,…"))
    var only: CommaList?

    @Option(help: ArgumentHelp("Leave out these rules.", valueName: "rule,…"))
    var disable: CommaList?
}
