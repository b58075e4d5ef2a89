/// Why rule files were refused: every problem that was found, in the order of files and lines.
public struct RuleFileErrors: Error, Sendable, CustomStringConvertible {
    /// Errors and warnings; at least one is an error.
    public let problems: [RuleProblem]

    package init(problems: [RuleProblem]) {
        self.problems = problems
    }

    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
