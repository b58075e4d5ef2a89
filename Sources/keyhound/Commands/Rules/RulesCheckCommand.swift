import ArgumentParser
import BuiltInRules
import RuleCompilation
import Rules

/// `keyhound rules check FILE…`.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check rule files: format, patterns, limits, examples.",
        discussion: "Prints every problem as file:line: and exits with 2 if there is one.")

    @Flag(
        help: "Ask for all that the built-in rules have: two examples and two counter-examples, references, a remedy.")
    var strict = false

    @Argument(help: ArgumentHelp("Rule files (TOML).", valueName: "file")) var files: [String]

    /// Longer than at the start of a scan: this is what the command is for.
    private static let timeLimit = Duration.seconds(120)

    func run() throws {
        do {
            let builtIn = try RuleSet([BuiltInRules.table])
            let compiled = try RuleFileCompiler(
                for: strict ? .builtIn : .user, known: builtIn.allIDs, timeLimit: Self.timeLimit
            )
            .compile(try files.map { try RuleFileReading.read($0) })
            _ = try RuleSet([BuiltInRules.table, try compiled.table()])
            var text = compiled.warnings.map { "\($0)\n" }.joined()
            text += "\(compiled.rules.count) rules and \(compiled.composites.count) composites are fine\n"
            guard StandardStreams.writeOutput(text) else { throw ProcessExit(status: .undelivered) }
        } catch let error as RuleFileErrors {
            throw Refusal("the rules cannot be used\n\(error)")
        } catch let error as RuleSetError {
            throw Refusal(error.description)
        } catch let error as RuleTableError {
            throw Refusal("\(error)")
        }
    }
}
