import Blobs
import Findings
import Inputs
import Scanning
import Synchronization

/// What all workers of a run share.
final class SharedRun: Sendable {
    let rules: CompiledRuleSet
    let settings: ScanSettings
    let queue: WorkQueue
    let handles = DirectoryHandles()
    let seenFiles = SeenFiles()
    let stop: StopFlag
    let progress: Progress
    let decoderMemory: DecoderMemory

    /// Folders that were listed, kept only when links are followed: each is listed once.
    private let seenFolders = Mutex<Set<InodeKey>>([])

    /// Links that wait until everything else is done, so that what they lead to is reported under its own name.
    private let links = Mutex<[DeferredLink]>([])

    init(
        _ rules: CompiledRuleSet, settings: ScanSettings, queue: WorkQueue, stop: StopFlag, progress: Progress
    ) {
        self.rules = rules
        self.settings = settings
        self.queue = queue
        self.stop = stop
        self.progress = progress
        decoderMemory = DecoderMemory(bytes: settings.containers.memory)
    }

    /// Whether what a rule says depends on the path of a file.
    func judgesByPath(_ ruleID: String) -> Bool {
        rules.rules.index(of: ruleID).map { rules.rules.traits(of: $0).proof == .assignedValue } ?? false
    }

    /// Whether a folder is to be listed: always, unless links are followed and it was listed before.
    func claim(_ folder: InodeKey) -> Bool {
        guard settings.followsLinks else { return true }
        return seenFolders.withLock { $0.insert(folder).inserted }
    }

    func postpone(_ link: DeferredLink) {
        links.withLock { $0.append(link) }
    }

    /// The links that were met since the last call, in path order.
    func takeLinks() -> [DeferredLink] {
        links.withLock { links in
            defer { links = [] }
            return links.sorted { $0.path < $1.path }
        }
    }
}
