import ArgumentParser
import Findings

/// The command line: reads flags, calls what does the work, and ends with its exit status.
@main
struct Keyhound: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "keyhound",
        abstract: "Finds leaked credentials, and says where it could not look.",
        discussion: """
            Exit status: 0 complete and clean · 1 complete, with findings · 2 refused, nothing scanned · \
            3 incomplete, no findings · 4 incomplete, with findings · 5 report not delivered · \
            129, 130, 143 ended by a signal, with a partial report.
            """,
        version: version,
        subcommands: [
            ScanCommand.self, GitCommand.self, MailCommand.self, HookCommand.self, RulesCommand.self,
            BaselineCommand.self, ExplainCommand.self, ImportCommand.self,
        ])

    static func main() {
        StandardStreams.reserve()
        ProcessHardening.apply()
        do {
            var command = try parsedCommand()
            try command.run()
        } catch let refusal as Refusal {
            StandardStreams.writeError("keyhound: \(refusal.message)\n")
            ProcessExit.now(.refused)
        } catch let exit as ProcessExit {
            ProcessExit.now(exit.status)
        } catch {
            let text = fullMessage(for: error)
            guard exitCode(for: error) != .success else {
                // Help and version were asked for: that is output like any other.
                ProcessExit.now(StandardStreams.writeOutput(text + "\n") ? .clean : .undelivered)
            }
            StandardStreams.writeError(text + "\n")
            ProcessExit.now(.refused)
        }
    }

    /// A scan is parsed as what it is: the parser looks at the whole tree of commands otherwise, three times, which
    /// takes 2 ms. What is not understood so goes the long way, to errors and help that name the whole command.
    private static func parsedCommand() throws -> any ParsableCommand {
        let arguments = try ConfiguredArguments(CommandLine.arguments.dropFirst()).words
        if arguments.first == ScanCommand.configuration.commandName,
            let scan = try? ScanCommand.parse(Array(arguments.dropFirst()))
        {
            return scan
        }
        return try parseAsRoot(arguments)
    }
}
