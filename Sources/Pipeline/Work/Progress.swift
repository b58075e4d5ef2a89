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

    func add(bytes: Int, findings: Int) {
        unitCount.add(1, ordering: .relaxed)
        byteCount.add(bytes, ordering: .relaxed)
        if findings > 0 { findingCount.add(findings, ordering: .relaxed) }
    }
}
