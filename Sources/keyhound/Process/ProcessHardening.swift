import CProcess
import Glibc

/// Keeps what the process holds in memory from others: no core dump, no debugger of the same user,
/// no helper that reads the memory of a crashed process.
enum ProcessHardening {
    /// What a crash raises. The Swift runtime would start another program on them, to print a backtrace.
    private static let crashSignals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

    static func apply() {
        for number in crashSignals { signal(number, SIG_DFL) }
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        // The structure is only read.
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = keyhound_set_undumpable()
    }
}
