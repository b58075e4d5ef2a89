import ArgumentParser
import Baselines
import Blobs
import Findings

/// `keyhound baseline update`.
struct BaselineUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Add entries for what is found now and is not in a baseline yet.",
        discussion: """
            No entry is lost unless --prune asks for it: then those go for which nothing was found, and those that \
            have expired. After a scan that was not complete nothing is pruned.
            """)

    @Option(help: ArgumentHelp("The baseline.", valueName: "file"), completion: .file())
    var baseline: String

    @Flag(help: "Remove entries that have expired, or that nothing was found for.")
    var prune = false

    @OptionGroup(title: "Entries") var entries: EntryOptions
    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let key = try entries.fingerprintKeyFile.map { try KeyFile.bytes($0) }
        var known = try JudgedBaseline(RawPath(baseline), externalKey: key)
        let scan = try BaselineScan(targets, rules, work, entries)
        let review = known.review(scan.result.findings, today: scan.today).review
        let added = scan.add(to: &known.baseline, entries)
        var removed = 0
        if prune, scan.isComplete {
            let lines = Set((review.unused + review.expired).map(\.line))
            known.baseline.remove(lines: lines)
            removed = lines.count
        }
        let pruned = prune ? ", \(removed) removed" : ""
        try scan.conclude(
            known.baseline, at: known.path,
            did: "\(added) added\(pruned), \(known.baseline.entries.count) in all")
    }
}
