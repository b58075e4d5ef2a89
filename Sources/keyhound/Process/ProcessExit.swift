import Findings
import Glibc

/// The end of the process with a status.
struct ProcessExit: Error {
    let status: ExitStatus

    /// Ends the process at once. Everything that matters was written before; nothing is flushed behind it.
    static func now(_ status: ExitStatus) -> Never {
        _exit(status.code)
    }
}
