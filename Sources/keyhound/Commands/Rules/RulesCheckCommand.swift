import ArgumentParser
import BuiltInRules
import RuleCompilation
import Rules

/// `keyhound rules check FILE…`.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check rule files: format, patterns, limits, examples.",
        discussion: "Prints every problem as file:line: and exits with 2 if there is one.")

    @Argument(help: ArgumentHelp("Rule files (TOML).", valueName: "file")) var files: [String]

    func run() throws {
        do {
            let builtIn = try RuleSet([BuiltInRules.table])
            let compiled = try RuleFileCompiler(for: .user, known: builtIn.allIDs)
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
