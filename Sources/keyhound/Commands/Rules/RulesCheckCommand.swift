import ArgumentParser
import BuiltInRules
import RuleCompilation
import Rules

/// `keyhound rules check FILE…`.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check rule files: format, patterns, limits, examples, cost, overlaps.",
        discussion: """
            Tries every example in the whole scanner, beside the built-in rules. Prints every problem as file:line: \
            with its remedy, and exits with 2 if there is an error, or a warning with --strict.
            """)

    /// Longer than at the start of a scan: this is what the command is for.
    private static let timeLimit = Duration.seconds(120)

    @Flag(
        help: ArgumentHelp(
            "Ask for all that the built-in rules have, such as two examples and two counter-examples, references and a "
                + "remedy; take warnings for errors."))
    var strict = false

    @Argument(
        help: ArgumentHelp("Rule files (TOML); none to check the built-in rules.", valueName: "file"),
        completion: .file())
    var files: [String] = []

    func run() throws {
        do {
            let builtIn = try RuleSet([BuiltInRules.table])
            if files.isEmpty { return try checkBuiltIn(builtIn) }
            let compiled = try RuleFileCompiler(
                for: strict ? .builtIn : .user, known: builtIn.allIDs, timeLimit: Self.timeLimit
            ).compile(try files.map { try SmallFile.read($0) })
            let all = try RuleSet([BuiltInRules.table, try compiled.table()])
            var trial = try RuleTrial(among: all) { compiled.problem($0, rule: $1, at: $2, element: $3) }
            let problems = try trial.problems(of: compiled.rules, compiled.composites)
            try tell(compiled.warnings + problems, rules: compiled.rules.count, composites: compiled.composites.count)
        } catch let error as RuleFileErrors {
            throw Refusal("the rules cannot be used\n\(error)")
        } catch let error as RuleSetError {
            throw Refusal(error.description)
        } catch let error as RuleTableError {
            throw Refusal("\(error)")
        }
    }

    private func checkBuiltIn(_ rules: RuleSet) throws {
        var trial = try RuleTrial(among: rules) { reason, rule, _, element in
            RuleProblem(file: "built in", line: (element ?? 0) + 1, column: nil, rule: rule, reason: reason)
        }
        let problems = try trial.problems(
            of: rules.indices.map { rules.rule(at: $0) }, rules.composites.indices.map { rules.composite(at: $0) })
        try tell(problems, rules: rules.count, composites: rules.composites.count)
    }

    private func tell(_ problems: [RuleProblem], rules: Int, composites: Int) throws {
        let text = problems.map { "\($0)" }.joined(separator: "\n")
        if problems.contains(where: { strict || !$0.isWarning }) {
            throw Refusal("the rules are not good enough\n\(text)")
        }
        let warnings = text.isEmpty ? "" : text + "\n"
        let summary = "\(rules) rules and \(composites) composites are fine\n"
        guard StandardStreams.writeOutput(warnings + summary) else { throw ProcessExit(status: .undelivered) }
    }
}
