import ArgumentParser
import Findings
import Reporting
import Rules

extension ReportFormat: ExpressibleByArgument {}

/// What counts as a result, and how it is told.
struct ResultOptions: ParsableArguments {
    @Option(
        name: [.customShort("f", allowingJoined: true), .long], parsing: .singleValue,
        help: ArgumentHelp(
            "How to write the report, text if not said: "
                + ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") + ". "
                + "Repeatable, each with the -o behind it: -f sarif -o a.sarif -f text.", valueName: "format"))
    var format: [ReportFormat] = []

    @Option(
        name: [.customShort("o", allowingJoined: true), .long], parsing: .singleValue,
        help: ArgumentHelp("Write the report to FILE: whole or not at all, for your eyes only.", valueName: "file"),
        completion: .file())
    var output: [String] = []

    @Option(help: ArgumentHelp("Report findings of this confidence and above.", valueName: "level"))
    var minConfidence: Confidence = .medium

    @Option(help: ArgumentHelp("Fail (exit 1) only for findings of this confidence and above.", valueName: "level"))
    var failOn: Confidence?

    @Option(help: ArgumentHelp("Fail (exit 1) only for findings of this severity and above.", valueName: "level"))
    var failOnSeverity: Severity?

    @Option(
        help: ArgumentHelp(
            "Take results that are incomplete for these reasons as complete. The report still lists them.",
            valueName: "reason,…"),
        completion: .list(SkipReason.allCases.filter(\.isAcceptable).map(\.shortName)))
    var acceptIncomplete: CommaList?

    @Flag(help: "Tell every place of a secret as a finding of its own, and not each secret once.")
    var everyLocation = false

    @Flag(help: "Report matches that fail a check that must hold, marked impossible.")
    var reportImpossible = false

    @Option(
        help: ArgumentHelp(
            "Let be what FILE says was judged: see keyhound baseline. It is reported apart, and fails nothing.",
            valueName: "file"), completion: .file())
    var baseline: String?

    @Flag(help: "Fail also for entries of the baseline that have expired, or that nothing was found for.")
    var strictBaseline = false

    @Flag(help: "Comments such as keyhound:allow have no say.")
    var noInlineAllow = false

    @Flag(help: "Write secrets in full: to a file or a terminal only, and with CI set only when given twice.")
    var showSecrets: Int

    @Option(
        help: ArgumentHelp("Add keyed fingerprints of secrets, made with the key in FILE.", valueName: "file"),
        completion: .file())
    var fingerprintKeyFile: String?

    @Flag(help: "No progress line.")
    var noProgress = false

    @Flag(name: .shortAndLong, help: "Say on standard error what the run works with.")
    var verbose: Int

    @Flag(name: .shortAndLong, help: "Nothing on standard error but refusals.")
    var quiet = false
}
