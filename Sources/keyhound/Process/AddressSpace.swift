import Blobs
import Glibc

/// The limit of this process's address space, if it has one (`ulimit -v`).
enum AddressSpace {
    /// What a worker takes: a stack of 8 MiB, buffers, and what its thread's allocator reserves.
    private static let worker = 24 << 20

    /// As many workers as there is room for, at least the one that needs no thread of its own.
    ///
    /// Dispatch waits for ever for a thread that the system does not give.
    static func workers(atMost count: Int) -> Int {
        guard count > 1, let limit, let used else { return count }
        return min(count, 1 + max(0, limit - used) / worker)
    }

    /// In bytes; `nil` if there is none.
    private static var limit: Int? {
        var limit = rlimit()
        // The structure is filled.
        guard unsafe getrlimit(Int32(bitPattern: RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else {
            return nil
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// What is mapped now, in bytes; `nil` if the system does not tell.
    private static var used: Int? {
        guard let bytes = try? SmallFile.bytes(of: RawPath("/proc/self/statm"), limit: 256),
            let pages = Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
        else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
