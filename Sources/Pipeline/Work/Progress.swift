import Synchronization

/// How far a run has come: counters that workers add to and anyone may read.
public final class Progress: Sendable {
    private let unitCount = Atomic<Int>(0)
    private let byteCount = Atomic<Int>(0)
    private let findingCount = Atomic<Int>(0)

    public init() {}

    /// Files and other units examined so far.
    public var units: Int { unitCount.load(ordering: .relaxed) }

    /// Bytes examined so far.
    public var bytes: Int { byteCount.load(ordering: .relaxed) }

    public var findings: Int { findingCount.load(ordering: .relaxed) }

    /// What a worker has done and not told yet. Telling each file would cost more than a small file's search: the
    /// workers would wait for each other's cache lines.
    struct Share {
        private(set) var units = 0
        private(set) var bytes = 0
        private(set) var findings = 0

        mutating func add(bytes: Int, findings: Int) {
            units += 1
            self.bytes += bytes
            self.findings += findings
        }
    }

    func add(_ share: Share) {
        unitCount.add(share.units, ordering: .relaxed)
        byteCount.add(share.bytes, ordering: .relaxed)
        findingCount.add(share.findings, ordering: .relaxed)
    }
}
