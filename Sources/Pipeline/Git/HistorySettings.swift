import Containers
import ScanCache
import Scanning

/// How a history is scanned.
public struct HistorySettings: Sendable {
    /// How many workers read and search at once, at least 1.
    public var workers: Int
    public var scanning: ScanOptions

    /// Whether every object is searched as a whole: the oracle of the search of versions where they differ.
    public var searchesWhole = false

    /// What an earlier run found nothing in, under the same rules, and need not be read again; with it the run also
    /// tells what it found nothing in. `nil` without a cache.
    public var known: KnownObjects?

    /// What archives and compressed files may cost.
    public var containers: ContainerLimits

    public init(workers: Int, containers: ContainerLimits = ContainerLimits(), scanning: ScanOptions) {
        precondition(workers >= 1, "a run needs a worker")
        self.containers = containers
        self.workers = workers
        self.scanning = scanning
    }
}
