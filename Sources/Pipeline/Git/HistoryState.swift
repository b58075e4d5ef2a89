import Blobs
import Findings
import GitObjects
import Inputs
import Scanning

/// What all workers of a scan of a history share.
final class HistoryState: Sendable {
    let rules: CompiledRuleSet
    let settings: HistorySettings
    let repository: Repository
    let opened: OpenedStore
    let stop: StopFlag
    let progress: Progress

    /// For each pack, the roots whose trees hold commits, blobs and tags; and those that hold trees.
    let contentRoots: [[Int]]
    let treeRoots: [[Int]]

    /// What is staged, in all work trees, and why an index could not be read.
    let stagedEntries: [StagingEntry]
    let stagingProblems: [Diagnostic]

    /// What need not be read; `nil` without a cache, or where it is one of names of another length.
    let known: KnownPart?

    private let shallow: Set<UInt32>

    /// What those share who open archives, documents and mail.
    let opening: SharedRun

    init(
        _ rules: CompiledRuleSet, settings: HistorySettings, repository: Repository, opened: OpenedStore,
        handles: DirectoryHandles, stop: StopFlag, progress: Progress
    ) {
        self.rules = rules
        self.settings = settings
        self.repository = repository
        self.opened = opened
        self.stop = stop
        self.progress = progress
        opening = ObjectOpener.shared(rules, settings: settings, stop: stop, progress: progress)
        var (contents, trees): ([[Int]], [[Int]]) = ([], [])
        for forest in opened.forests {
            let roots = forest?.roots ?? []
            // A root whose kind nobody knows has its base in another pack.
            contents.append(roots.filter { forest?.kind(of: $0) != .tree })
            trees.append(roots.filter { forest?.kind(of: $0) == .tree })
        }
        contentRoots = contents
        treeRoots = trees
        var (entries, problems): ([StagingEntry], [Diagnostic]) = ([], [])
        let folders = [repository.gitDirectory, repository.commonDirectory] + repository.worktrees.map(\.gitDirectory)
        for folder in Set(folders).sorted() {
            let path = folder.appending("index".utf8)
            do throws(StagingIndexError) {
                entries += try StagingIndex.read(
                    path, format: repository.format, handles: handles, sharedIn: folder
                ).entries
            } catch .missing {
                // Nothing is staged.
            } catch {
                problems.append(
                    Diagnostic(reason: .corrupt, provenance: Provenance(.file(path)), note: "\(error)"))
            }
        }
        (stagedEntries, stagingProblems) = (entries, problems)
        known = settings.known.flatMap { known in
            known.idLength == repository.format.idLength ? KnownPart(known, of: opened) : nil
        }
        shallow = Set(repository.shallowCommits.compactMap { opened.numbers.number(of: $0) })
    }

    /// Whether the history is cut off behind a commit.
    func isShallow(_ commit: UInt32) -> Bool { shallow.contains(commit) }
}
