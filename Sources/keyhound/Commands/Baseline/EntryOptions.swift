import ArgumentParser
import Baselines
import Findings

/// What new entries say.
struct EntryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why they may stay.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("Who answers for them.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("The last day on which they hold, such as 2027-01-31.", valueName: "day"))
    var expires: String?

    @Option(
        help: ArgumentHelp(
            "The key of the fingerprints: at least 16 random bytes that are not in the repository.", valueName: "file"),
        completion: .file())
    var fingerprintKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "Only what another scanner was told to let be: its .gitleaksignore or .secrets.baseline. Repeatable.",
            valueName: "file"), completion: .file())
    var from: [String] = []

    @Option(help: ArgumentHelp("Findings of this confidence and above.", valueName: "level"))
    var minConfidence: Confidence = .medium

    @Flag(help: "No progress line.")
    var noProgress = false

    func validate() throws {
        if let expires, !Baseline.isDay(expires) {
            throw ValidationError("--expires takes a day such as 2027-01-31, not '\(expires)'")
        }
    }
}
