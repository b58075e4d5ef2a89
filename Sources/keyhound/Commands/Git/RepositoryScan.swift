import Blobs
import Findings
import GitObjects
import Inputs
import Pipeline
import Scanning
import Synchronization

/// Scans repositories with what all of them share.
struct RepositoryScan {
    /// Submodules of submodules are followed so far.
    private static let deepest = 16

    private let rules: CompiledRuleSet
    private let settings: HistorySettings
    private let stop: StopFlag
    private let progress: Progress

    init(_ rules: CompiledRuleSet, settings: HistorySettings, stop: StopFlag, progress: Progress) {
        self.rules = rules
        self.settings = settings
        self.stop = stop
        self.progress = progress
    }

    /// Every object of a repository and of its submodules, and the files of its git folder.
    func everything(in repository: Repository) throws -> RunResult {
        var result = try histories(of: repository)
        var folders = [repository.commonDirectory]
        if repository.gitDirectory != repository.commonDirectory { folders.append(repository.gitDirectory) }
        result.merge(try scan(folders, scansHistory: true))
        result.finish()
        return result
    }

    /// The history of the repository at a git folder that a walk has met. Those of its submodules are met too.
    func history(at folder: RawPath) throws -> RunResult {
        var result = RunResult()
        guard let repository = open(folder, noting: &result) else { return result }
        result = try HistoryRun.run(
            rules, repository: repository, settings: settings, stop: stop, progress: progress)
        return result.placed(below: Self.place(of: repository, at: folder).bytes)
    }

    /// Where the files of a repository are, as the user's spelling of a target leads to it.
    private static func place(of repository: Repository, at folder: RawPath) -> RawPath {
        let suffix = Array("/.git".utf8)
        if folder.bytes.suffix(suffix.count).elementsEqual(suffix) {
            return RawPath(Array(folder.bytes.dropLast(suffix.count)))
        }
        return folder == RawPath(".git") ? RawPath(".") : repository.workTree ?? folder
    }

    /// Files of the work tree that differ from what is staged.
    func unstaged(in repository: Repository) throws -> RepositoryScope.Outcome {
        guard let workTree = repository.workTree else {
            throw Refusal("\(repository.gitDirectory.lossyText): a bare repository has no files")
        }
        let changed: [RawPath]
        do throws(StagingIndexError) {
            changed = try UnstagedFiles.find(in: repository, workTree: workTree)
        } catch {
            throw Refusal("\(repository.indexPath.lossyText): the index cannot be read: \(error)")
        }
        let result = try scan(changed, scansHistory: false)
        let summary = changed.isEmpty ? "nothing to scan" : "scanned \(changed.count) changed files"
        return RepositoryScope.Outcome(result: result, summary: summary)
    }

    private func histories(of repository: Repository, depth: Int = 0) throws -> RunResult {
        var result = try HistoryRun.run(
            rules, repository: repository, settings: settings, stop: stop, progress: progress)
        guard depth < Self.deepest else { return result }
        for submodule in repository.submodules {
            guard let inner = open(submodule.gitDirectory, noting: &result) else { continue }
            result.merge(try histories(of: inner, depth: depth + 1).placed(below: submodule.name))
        }
        return result
    }

    /// The repository of a git folder. One that cannot be read is noted.
    private func open(_ folder: RawPath, noting result: inout RunResult) -> Repository? {
        do throws(RepositoryError) {
            return try Repository.discover(at: folder, environment: .empty, handles: DirectoryHandles())
        } catch {
            result.skip(
                Diagnostic(
                    reason: .corrupt, provenance: Provenance(.file(folder)), note: RepositoryErrorText.text(error)))
            return nil
        }
    }

    /// Scans files and folders by themselves.
    private func scan(_ paths: [RawPath], scansHistory: Bool) throws -> RunResult {
        let files = ScanSettings(
            workers: settings.workers, scansHistory: scansHistory, scanning: settings.scanning)
        let targets = Mutex(paths[...])
        return try ScanRun.run(rules, settings: files, stop: stop, progress: progress) {
            targets.withLock { $0.popFirst() }.map { .path($0) }
        }
    }
}
