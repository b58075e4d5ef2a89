import Dispatch
import Pipeline

/// One line on a terminal that says how far a long scan has come, renewed in place.
final class ProgressLine {
    /// Short scans show nothing.
    private static let delay = 1.0
    private static let interval = 0.25

    private let timer: any DispatchSourceTimer
    private let queue = DispatchQueue(label: "keyhound.progress")

    init(_ progress: Progress) {
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + Self.delay, repeating: Self.interval)
        timer.setEventHandler {
            let mebibytes = progress.bytes >> 20
            StandardStreams.writeError(
                "\r\u{1B}[K\(progress.units) files, \(mebibytes) MiB, \(progress.findings) findings …")
        }
        timer.resume()
    }

    /// Takes the line away again.
    func finish() {
        timer.cancel()
        // Behind a tick that is under way.
        queue.sync { StandardStreams.writeError("\r\u{1B}[K") }
    }
}
