import Dispatch
import Findings
import Pipeline

/// The time around a run: signals, the time limit, the progress line, the clock.
struct ScanSession {
    /// Seconds since 1970.
    let started = SystemClock.secondsSince1970()

    private let startedMonotonic = SystemClock.monotonicSeconds()
    private let timeout: TimeSpan?
    private let showsProgress: Bool

    init(timeout: TimeSpan?, showsProgress: Bool) {
        self.timeout = timeout
        self.showsProgress = showsProgress
    }

    /// Seconds since the session began.
    var elapsed: Double { SystemClock.monotonicSeconds() - startedMonotonic }

    /// Runs `body`, which is to stop when the flag says so.
    func run(_ body: (StopFlag, Progress) throws -> RunResult) throws -> RunResult {
        let (stop, progress) = (Signals.stop, Progress())
        Signals.install()
        if let timeout {
            DispatchQueue.global().asyncAfter(deadline: .now() + timeout.seconds) { stop.stop(for: .timeout) }
        }
        let line = showsProgress && StandardStreams.errorIsTerminal ? ProgressLine(progress) : nil
        defer { line?.finish() }
        return try body(stop, progress)
    }
}
