import CProcess
import Glibc

/// Keeps what the process holds in memory from others: no core dump, no debugger of the same user.
enum ProcessHardening {
    static func apply() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        // The structure is only read.
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = keyhound_set_undumpable()
    }
}
