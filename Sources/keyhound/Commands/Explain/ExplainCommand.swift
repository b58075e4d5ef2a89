import ArgumentParser
import Blobs

/// `keyhound explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why something is reported, or why it is not.",
        discussion: """
            With PATH:LINE, the line is scanned as part of its file, and for each rule with an anchor on it the \
            gate is named that its candidate did not pass: the bytes behind the anchor, the pattern, entropy, allow \
            patterns, the judgement, other findings, comments. With a place or fingerprint and --report FILE, a \
            finding of an earlier JSON report is explained.
            """)

    @Argument(
        help: ArgumentHelp(
            "PATH:LINE, or with --report the place or fingerprint of a finding, or its first eight digits.",
            valueName: "what"), completion: .file())
    var subject: String

    @Option(
        help: ArgumentHelp("Explain a finding of this report (json or jsonl).", valueName: "file"), completion: .file())
    var report: String?

    @Flag(help: "Comments such as keyhound:allow have no say.")
    var noInlineAllow = false

    @OptionGroup(title: "Rules") var rules: RuleOptions

    func run() throws {
        let loaded = try LoadedRules(rules)
        let text: String
        if let report {
            text = try ReportedFinding.find(subject, in: RawPath(report)).explanation(rules: loaded.rules)
        } else {
            var arguments = RawArguments()
            let line = try LineReference(arguments.path(subject))
            text = try LineExplanation(line, rules: loaded.rules, deniesComments: noInlineAllow).text
        }
        guard StandardStreams.writeOutput(text) else { throw ProcessExit(status: .undelivered) }
    }
}
