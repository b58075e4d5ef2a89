import Blobs
import GitObjects
import Pipeline
import Scanning

/// A scan of files and folders, and of the histories of the repositories that it meets if the user wants them.
struct FileScan {
    private let plan: TargetPlan
    private let scansHistory: Bool
    private let settings: ScanSettings
    private let history: HistorySettings

    init(_ plan: TargetPlan, _ targets: TargetOptions, _ work: WorkOptions, workers: Int, scanning: ScanOptions) {
        self.plan = plan
        scansHistory = targets.withGit
        settings = ScanSettings(
            workers: workers, chunkSize: work.chunkSize?.bytes, maximumFileSize: targets.maxFileSize?.bytes,
            followsLinks: targets.follow, selection: plan.selection, scansHistory: targets.withGit,
            containers: targets.containers, scanning: scanning)
        history = HistorySettings(workers: workers, containers: targets.containers, scanning: scanning)
    }

    func run(_ rules: CompiledRuleSet, in session: ScanSession) throws -> RunResult {
        try session.run { stop, progress in
            var result = try ScanRun.run(
                rules, settings: settings, stop: stop, progress: progress, nextTarget: plan.nextTarget)
            guard scansHistory else { return result }
            let repositories = RepositoryScan(rules, settings: history, stop: stop, progress: progress)
            for folder in result.gitFolders.sorted() { result.merge(try repositories.history(at: folder)) }
            result.finish()
            return result
        }
    }
}
