import Findings
import Glibc
import Pipeline
import Synchronization

/// SIGHUP, SIGINT and SIGTERM: the first one asks the run to stop and report, the second one ends the process.
enum Signals {
    /// What the run looks at.
    static let stop = StopFlag()

    /// The number of the signal that came first; 0 while none has.
    private static let received = Atomic<Int32>(0)

    /// From here on, signals are noted. The handler only sets flags.
    static func install() {
        // Made now: a handler must not be the one to make it.
        _ = stop.reason
        for number in [SIGHUP, SIGINT, SIGTERM] {
            let before = signal(number) { number in
                let (isFirst, first) = Signals.received.compareExchange(
                    expected: 0, desired: number, ordering: .relaxed)
                if !isFirst { _exit(128 + first) }
                Signals.stop.stop(for: .interrupted)
            }
            // A signal that the parent process ignores (nohup) stays ignored.
            if isIgnore(before) { signal(number, SIG_IGN) }
        }
    }

    /// The signal that asked the run to stop; `nil` while none has.
    static var interruption: Interruption? {
        Interruption(rawValue: received.load(ordering: .relaxed))
    }

    private static func isIgnore(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        // Handlers cannot be compared in Swift; SIG_IGN is the address 1, and nothing is called here.
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
