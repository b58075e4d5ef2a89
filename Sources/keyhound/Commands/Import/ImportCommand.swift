import ArgumentParser
import Blobs
import Findings
import Inputs
import Migration
import Pipeline
import Scanning
import Synchronization

/// `keyhound import REPORT`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Judge the findings of another scanner's report again, offline.",
        discussion: """
            Reads SARIF of any tool, and JSON of gitleaks, Betterleaks, TruffleHog, Kingfisher and detect-secrets. The \
            files that it names are scanned; what Keyhound finds at these places is reported in the usual ways, and \
            what it does not is listed on standard error with the reason.
            """)

    @Argument(help: ArgumentHelp("The report.", valueName: "report"), completion: .file())
    var report: String

    @Option(
        help: ArgumentHelp("The folder that its paths are relative to; this one by default.", valueName: "folder"),
        completion: .directory)
    var root: String = "."

    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let bytes = try SmallFile.whole(RawPath(report), limit: ForeignReport.maximumSize)
        let foreign: [ForeignFinding]
        do throws(MigrationError) {
            foreign = try ForeignReport.findings(in: bytes)
        } catch {
            throw Refusal(error, in: report)
        }
        let context = try RunContext(rules: rules, results: results, work: work)
        let folder = RawPath(root)
        let paths = Set(foreign.map { Self.place($0, below: folder) }).sorted().filter(Self.isFile)
        // Low ones too: they say why something is not reported.
        var scanning = context.scanning
        scanning.threshold = .low
        scanning.reportsImpossible = true
        let settings = ScanSettings(workers: context.workers, chunkSize: work.chunkSize?.bytes, scanning: scanning)
        let rules = context.rules
        let targets = Mutex(paths[...])
        var result = try context.session.run { stop, progress in
            try ScanRun.run(rules, settings: settings, stop: stop, progress: progress) {
                targets.withLock { $0.popFirst() }.map { .path($0) }
            }
        }
        let review = ForeignReview(
            foreign.map { ($0, Self.place($0, below: folder)) }, result.findings, scanned: Set(paths),
            minimum: results.minConfidence, reportsImpossible: results.reportImpossible)
        if !results.quiet { StandardStreams.writeError(review.text(masker: result.masker)) }
        result.keep { finding in review.isConfirmed(finding) }
        try context.conclude(result, targets: [RawPath(report)])
    }

    private static func place(_ finding: ForeignFinding, below folder: RawPath) -> RawPath {
        let isPlain = folder.bytes == [UInt8(ascii: ".")] || finding.path.first == UInt8(ascii: "/")
        return isPlain ? RawPath(finding.path) : folder.appending(finding.path)
    }

    private static func isFile(_ path: RawPath) -> Bool {
        (try? FileFacts(path: path))?.kind == .regular
    }
}
