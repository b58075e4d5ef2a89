import Findings
import Synchronization

/// Says whether, and why, a run ends early: set by a signal or by the clock, looked at by every worker.
public final class StopFlag: Sendable {
    private let value = Atomic<Int>(0)

    public init() {}

    /// Asks all workers to stop. The first reason stays.
    public func stop(for reason: SkipReason) {
        let code = reason == .timeout ? 1 : 2
        _ = value.compareExchange(expected: 0, desired: code, ordering: .relaxed)
    }

    /// `timeout` or `interrupted`; `nil` while the run goes on.
    public var reason: SkipReason? {
        switch value.load(ordering: .relaxed) {
        case 0: nil
        case 1: .timeout
        default: .interrupted
        }
    }
}
