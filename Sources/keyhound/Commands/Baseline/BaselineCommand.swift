import ArgumentParser

/// `keyhound baseline`.
struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Keep what was judged and may stay, so that only what is new fails.",
        discussion: """
            An entry stands for a rule and a secret, not for a line: it holds when lines and files move, and ends when \
            the secret is replaced. No secret is in the file. Scans use it with --baseline FILE.
            """,
        subcommands: [BaselineCreateCommand.self, BaselineUpdateCommand.self, BaselineShowCommand.self])
}
