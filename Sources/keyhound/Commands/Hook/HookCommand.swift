import ArgumentParser

/// `keyhound hook`.
struct HookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook", abstract: "Have git call Keyhound before a commit, before a push, or on a server.",
        subcommands: [HookInstallCommand.self])
}
