import Glibc

/// The clocks that the pure parts are handed.
enum SystemClock {
    /// Seconds since 1970-01-01T00:00:00Z.
    static func secondsSince1970() -> Int {
        read(CLOCK_REALTIME).tv_sec
    }

    /// Seconds from an arbitrary start, never going back.
    static func monotonicSeconds() -> Double {
        let now = read(CLOCK_MONOTONIC)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Nanoseconds of processor time that the calling thread has used.
    static func threadNanoseconds() -> UInt64 {
        let now = read(CLOCK_THREAD_CPUTIME_ID)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        // The structure is filled; these clocks exist on every Linux.
        _ = unsafe clock_gettime(clock, &time)
        return time
    }
}
