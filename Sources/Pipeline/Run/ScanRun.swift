import Blobs
import Findings
import Inputs
import Scanning
import Synchronization

/// Scans targets with several workers and returns what came of it, in an order that does not depend on them.
public enum ScanRun {
    /// - Parameters:
    ///   - nextTarget: gives the targets in order, then `nil` for ever. Called from any worker, never twice at once.
    ///   - stop: looked at before every file and every segment.
    ///   - progress: counts as the run goes.
    /// - Throws: when a worker cannot be set up for lack of memory.
    public static func run(
        _ rules: CompiledRuleSet, settings: ScanSettings, stop: StopFlag = StopFlag(), progress: Progress = Progress(),
        nextTarget: @escaping @Sendable () -> Target?
    ) throws -> RunResult {
        let inTurn = settings.followsLinks
        let queue = inTurn ? WorkQueue { nil } : WorkQueue(nextTarget: nextTarget)
        let shared = SharedRun(rules, settings: settings, queue: queue, stop: stop, progress: progress)
        guard inTurn else { return finished(try round(shared)) }
        // One after the other: which name a folder is reported under must not depend on who was faster.
        var result = RunResult()
        while let target = nextTarget() {
            queue.begin(with: .target(target))
            result.merge(try round(shared))
        }
        var links = shared.takeLinks()
        while !links.isEmpty {
            queue.begin(with: .link(links.removeFirst()))
            result.merge(try round(shared))
            links.append(contentsOf: shared.takeLinks())
        }
        return finished(result)
    }

    private static func finished(_ rounds: RunResult) -> RunResult {
        var result = rounds
        result.finish()
        precondition(result.coverage.isBalanced, "the account of what was examined does not add up")
        return result
    }

    /// Runs all workers until nothing waits.
    private static func round(_ shared: SharedRun) throws -> RunResult {
        let total = Mutex(RunResult())
        try WorkerGroup.run(shared.settings.workers) {
            let result = try share(of: shared)
            total.withLock { $0.merge(result) }
        }
        return total.withLock { $0 }
    }

    /// What one worker does. Its buffers are made once there is something to do for it, so that a small target costs
    /// those of one worker.
    private static func share(of shared: SharedRun) throws -> RunResult {
        guard shared.queue.join(), let first = shared.queue.next() else { return RunResult() }
        do {
            var worker = try Worker(shared)
            worker.work(from: first)
            return worker.finish()
        } catch {
            shared.queue.leave()
            throw error
        }
    }
}
