import Blobs
import Findings
import GitObjects
import Inputs
import Scanning
import Synchronization

/// Scans the objects that a change brings in, and no others: what is staged, a range of commits, a push.
public enum ChangeRun {
    /// What a change came to.
    public struct Outcome: Sendable {
        public let result: RunResult

        /// Commits and blobs, tags and other objects that were in scope.
        public let commitCount: Int
        public let objectCount: Int
    }

    /// - Parameters:
    ///   - stop: looked at before every object.
    ///   - progress: counts as the run goes.
    /// - Throws: when a worker cannot be set up for lack of memory.
    public static func run(
        _ rules: CompiledRuleSet, repository: Repository, scope: ChangeScope, settings: HistorySettings,
        stop: StopFlag = StopFlag(), progress: Progress = Progress()
    ) throws -> Outcome {
        let handles = DirectoryHandles()
        let store = ObjectStore(
            directories: repository.objectDirectories, format: repository.format, handles: handles)
        var reader = ObjectReader(store)
        var list = ChangeList(format: repository.format)
        var result = RunResult()
        collect(scope, of: repository, handles: handles, reader: &reader, into: &list, &result)
        let (references, isPushed) = names(of: scope)
        let next = Atomic<Int>(0)
        // The names of what is pushed are searched by the first worker.
        let isPush = Atomic(scope.isPush)
        let total = Mutex(RunResult())
        let items = list.items
        let opening = ObjectOpener.shared(rules, settings: settings, stop: stop, progress: progress)
        let workers = min(settings.workers, 1 + items.count / Self.itemsPerWorker)
        try WorkerGroup.run(workers) {
            var pass = try ChangePass(
                rules, settings: settings, opening: opening, store: store, references: references,
                isPushed: isPushed)
            if isPush.exchange(false, ordering: .relaxed) { references.forEach { pass.search(reference: $0) } }
            while case let index = next.add(1, ordering: .relaxed).oldValue, index < items.count {
                pass.search(items[index], stop: stop, progress: progress)
            }
            let share = pass.finish()
            total.withLock { $0.merge(share) }
        }
        result.merge(total.withLock { $0 })
        for failure in list.failures { result.skip(failure) }
        for problem in store.problems { result.skip(Diagnostic(problem)) }
        result.finish()
        precondition(result.coverage.isBalanced, "the account of what was examined does not add up")
        return Outcome(result: result, commitCount: list.commitCount, objectCount: items.count)
    }

    /// A worker more pays only for itself if it has so many objects to search.
    private static let itemsPerWorker = 64

    private static func names(of scope: ChangeScope) -> (references: [[UInt8]], isPushed: Bool?) {
        switch scope {
        case .commits: ([], nil)
        case .staged: ([Array("(staged)".utf8)], false)
        case .push(let references): (references.filter { !$0.new.isNull }.map(\.name), false)
        case .receive(let references): (references.filter { !$0.new.isNull }.map(\.name), true)
        }
    }

    private static func collect(
        _ scope: ChangeScope, of repository: Repository, handles: DirectoryHandles, reader: inout ObjectReader,
        into list: inout ChangeList, _ result: inout RunResult
    ) {
        var (included, excluded, oldest): ([ObjectID], [ObjectID], Int) = ([], [], .min)
        switch scope {
        case .staged(let index):
            return collectStaged(
                index ?? repository.indexPath, of: repository, handles: handles, reader: &reader, into: &list, &result)
        case .commits(let wanted, let others, let limit): (included, excluded, oldest) = (wanted, others, limit)
        case .push(let pushed):
            included = pushed.map(\.new).filter { !$0.isNull }
            let remote = ReferenceList(repository, handles: handles).references.filter {
                Reference.isRemoteTracking($0.name)
            }
            excluded = pushed.map(\.old).filter { !$0.isNull } + remote.compactMap(\.object)
        case .receive(let pushed):
            included = pushed.map(\.new).filter { !$0.isNull }
            excluded = ReferenceList(repository, handles: handles).references.compactMap(\.object)
        }
        let range = CommitRange(
            included, excluding: excluded, boundary: Set(repository.shallowCommits), oldest: oldest, with: &reader,
            format: repository.format)
        if range.members.contains(where: { repository.shallowCommits.contains($0.id) }) {
            result.skip(
                Diagnostic(
                    reason: .shallow, provenance: Provenance(.file(repository.gitDirectory)),
                    note: "the range reaches the border of a shallow history"))
        }
        list.add(range, with: &reader)
    }

    private static func collectStaged(
        _ path: RawPath, of repository: Repository, handles: DirectoryHandles, reader: inout ObjectReader,
        into list: inout ChangeList, _ result: inout RunResult
    ) {
        do throws(StagingIndexError) {
            let index = try StagingIndex.read(
                path, format: repository.format, handles: handles, sharedIn: repository.gitDirectory)
            let head = ReferenceList(repository, handles: handles).head(of: repository)
            list.add(index.entries, against: head, with: &reader)
        } catch .missing {
            // Before the first `git add` there is none, and nothing is staged.
        } catch {
            result.skip(
                Diagnostic(
                    reason: .corrupt, provenance: Provenance(.file(path)), note: "\(error)"))
        }
    }
}
