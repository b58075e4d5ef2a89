import ArgumentParser
import Findings
import Reporting
import Rules

extension ReportFormat: ExpressibleByArgument {}

/// What counts as a result, and how it is told.
struct ResultOptions: ParsableArguments {
    @Option(name: [.customShort("f", allowingJoined: true), .long], help: "How to write the report.")
    var format: ReportFormat = .text

    @Option(
        name: [.customShort("o", allowingJoined: true), .long],
        help: ArgumentHelp("Write the report to FILE: whole or not at all, for your eyes only.", valueName: "file"))
    var output: String?

    @Option(help: "Report findings of this confidence and above.")
    var minConfidence: Confidence = .medium

    @Option(help: ArgumentHelp("Fail (exit 1) only for findings of this confidence and above.", valueName: "level"))
    var failOn: Confidence?

    @Option(help: ArgumentHelp("Fail (exit 1) only for findings of this severity and above.", valueName: "level"))
    var failOnSeverity: Severity?

    @Option(
        help: ArgumentHelp(
            "Take results that are incomplete for these reasons as complete. The report still lists them.",
            valueName: "reason,…"))
    var acceptIncomplete: CommaList?

    @Flag(help: "Tell every place of a secret as a finding of its own, and not each secret once.")
    var everyLocation = false

    @Flag(help: "Report matches that fail a check that must hold, marked impossible.")
    var reportImpossible = false

    @Flag(help: "Write secrets in full: to a file or a terminal only, and with CI set only when given twice.")
    var showSecrets: Int

    @Option(
        help: ArgumentHelp("Add keyed fingerprints of secrets, made with the key in FILE.", valueName: "file"))
    var fingerprintKeyFile: String?

    @Flag(help: "No progress line.")
    var noProgress = false

    @Flag(name: .shortAndLong, help: "Say on standard error what the run works with.")
    var verbose: Int

    @Flag(name: .shortAndLong, help: "Nothing on standard error but refusals.")
    var quiet = false
}
