import ArgumentParser
import Blobs
import GitObjects
import Pipeline

/// `keyhound scan`.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Scan files, folders and standard input.",
        discussion: """
            Everything below a folder is scanned, hidden and ignored files included. Nothing in the scanned content \
            changes how it is scanned. The history of a repository is scanned with --with-git, or by `keyhound git`.
            """)

    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let plan = try TargetPlan(targets)
        let context = try RunContext(rules: rules, results: results, work: work)
        let settings = ScanSettings(
            workers: context.workers, chunkSize: work.chunkSize?.bytes, maximumFileSize: targets.maxFileSize?.bytes,
            followsLinks: targets.follow, selection: plan.selection, scansHistory: targets.withGit,
            scanning: context.scanning)
        let rules = context.rules
        let history = HistorySettings(workers: context.workers, scanning: context.scanning)
        let result = try context.session.run { stop, progress in
            var result = try ScanRun.run(
                rules, settings: settings, stop: stop, progress: progress, nextTarget: plan.nextTarget)
            guard targets.withGit else { return result }
            let repositories = RepositoryScan(rules, settings: history, stop: stop, progress: progress)
            for folder in result.gitFolders.sorted() { result.merge(try repositories.history(at: folder)) }
            result.finish()
            return result
        }
        try context.conclude(result, targets: plan.names, listFailure: plan.failure)
    }
}
