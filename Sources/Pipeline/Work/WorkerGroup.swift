import Dispatch
import Synchronization

/// Runs a piece of work on several threads at once, one of them the calling one.
enum WorkerGroup {
    /// Runs `work` once for each worker, and returns once all are done.
    ///
    /// Each of the others is the one block of a serial queue of its own: such a queue gets a thread at once. A
    /// concurrent queue gives its blocks no more threads than there are processors, and another one only every second,
    /// as `concurrentPerform` never does.
    ///
    /// - Throws: what one of them threw.
    static func run(_ count: Int, _ work: @escaping @Sendable () throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        let guarded: @Sendable () -> Void = {
            do {
                try work()
            } catch {
                failure.withLock { $0 = error }
            }
        }
        let group = DispatchGroup()
        for number in 1..<max(1, count) {
            DispatchQueue(label: "keyhound.worker.\(number)").async(group: group, execute: guarded)
        }
        guarded()
        group.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
