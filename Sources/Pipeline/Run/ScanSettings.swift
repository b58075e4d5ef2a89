import Containers
import Findings
import Inputs
import Scanning

/// How a run goes about its targets.
public struct ScanSettings: Sendable {
    /// How many workers read and search at once, at least 1.
    public var workers: Int

    /// Bytes of a segment's core: changes speed and memory, never a finding.
    public var chunkSize: Int

    /// Files with more bytes are skipped and said; `nil` for no limit.
    public var maximumFileSize: Int?

    /// Whether symbolic links in folders are followed.
    public var followsLinks: Bool

    /// Whether the objects of repositories are scanned as well, by `HistoryRun`: their files are then accounted for.
    public var scansHistory: Bool

    /// What archives and compressed files may cost.
    public var containers: ContainerLimits

    /// Which entries of folders count.
    public var selection: Selection
    public var scanning: ScanOptions

    public init(
        workers: Int, chunkSize: Int? = nil, maximumFileSize: Int? = nil, followsLinks: Bool = false,
        selection: Selection = Selection(), scansHistory: Bool = false,
        containers: ContainerLimits = ContainerLimits(), scanning: ScanOptions
    ) {
        precondition(workers >= 1, "a run needs a worker")
        self.workers = workers
        self.chunkSize = chunkSize ?? SegmentFeeder.defaultChunkSize
        self.maximumFileSize = maximumFileSize
        self.followsLinks = followsLinks
        self.selection = selection
        self.scansHistory = scansHistory
        self.containers = containers
        self.scanning = scanning
    }
}
