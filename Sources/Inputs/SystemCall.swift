// The system calls of this target, each with its retry after a signal. The only other file with
// unsafe code is EntryBatch.swift (one copy).
//
// No pointer outlives its call: the kernel keeps none.

import CFiles
import Glibc

enum SystemCall {
    /// Opens a path; the descriptor is closed on `exec`, never blocks and never becomes a terminal's.
    static func open(
        _ terminatedPath: [UInt8], at parent: Int32, flags: Int32, links: LinkPolicy
    ) throws(InputError) -> Descriptor {
        let linkFlag = links == .refuse ? O_NOFOLLOW : 0
        let allFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | linkFlag | flags
        while true {
            let number = unsafe withCString(terminatedPath) { unsafe openat(parent, $0, allFlags) }
            if number >= 0 { return Descriptor(number) }
            guard errno == EINTR else { throw InputError(errorNumber: errno) }
        }
    }

    static func status(of descriptor: Int32) throws(InputError) -> stat {
        var status = stat()
        // fstat fills the structure that it is given.
        guard unsafe fstat(descriptor, &status) == 0 else { throw InputError(errorNumber: errno) }
        return status
    }

    static func status(of terminatedPath: [UInt8], at parent: Int32, links: LinkPolicy) throws(InputError) -> stat {
        var status = stat()
        let flags = links == .refuse ? AT_SYMLINK_NOFOLLOW : 0
        // fstatat fills the structure that it is given.
        let result = unsafe withCString(terminatedPath) { unsafe fstatat(parent, $0, &status, flags) }
        guard result == 0 else { throw InputError(errorNumber: errno) }
        return status
    }

    /// Reads up to `count` bytes into the start of `buffer`; from the current position when `offset` is `nil`.
    ///
    /// - Returns: How many bytes were read, or the error number, negated.
    /// - Precondition: `count` fits into the buffer.
    static func read(_ descriptor: Int32, into buffer: inout MutableSpan<UInt8>, count: Int, at offset: Int?) -> Int {
        precondition(count <= buffer.count)
        while true {
            // At most `count` bytes are written, and they fit.
            let result = unsafe buffer.withUnsafeMutableBytes { bytes in
                if let offset {
                    unsafe pread(descriptor, bytes.baseAddress, count, offset)
                } else {
                    unsafe Glibc.read(descriptor, bytes.baseAddress, count)
                }
            }
            if result >= 0 { return result }
            if errno != EINTR { return Int(-errno) }
        }
    }

    /// The first offset from `offset` on that is not in a hole; `nil` when only a hole follows.
    ///
    /// A file system that knows no holes answers with `offset` itself, and so does this when it fails.
    static func seekData(_ descriptor: Int32, from offset: Int) -> Int? {
        let seekDataWhence: Int32 = 3  // SEEK_DATA (linux/fs.h), which Swift's Glibc leaves out
        let found = lseek(descriptor, offset, seekDataWhence)
        if found >= 0 { return found }
        return errno == ENXIO ? nil : offset
    }

    /// Reads entries of an open folder, from its position on, as struct linux_dirent64 (getdents64(2)).
    ///
    /// - Returns: How many bytes were filled; 0 behind the last entry.
    static func readEntries(_ descriptor: Int32, into buffer: inout [UInt8]) throws(InputError) -> Int {
        // At most the buffer is written.
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe keyhound_read_entries(descriptor, bytes.baseAddress, bytes.count)
        }
        guard count >= 0 else { throw InputError(errorNumber: errno) }
        return count
    }

    /// Waits until a read would not block, but no longer than so many milliseconds.
    ///
    /// - Returns: whether a read is worth a try.
    static func waitUntilReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // One structure, one count. A failure shows in the read that follows; a signal is none, and that read could
        // wait for ever, because the handlers of this process let calls go on.
        let result = unsafe poll(&request, 1, milliseconds)
        return result > 0 || result < 0 && errno != EINTR
    }

    /// Copies what a symbolic link holds into `buffer`, which is not empty; a full buffer may mean that it was cut.
    static func readLink(_ terminatedPath: [UInt8], at parent: Int32, into buffer: inout [CChar]) throws(InputError)
        -> Int
    {
        let room = buffer.count
        // At most the buffer is written.
        let count = unsafe withCString(terminatedPath) { unsafe readlinkat(parent, $0, &buffer, room) }
        guard count >= 0 else { throw InputError(errorNumber: errno) }
        return count
    }

    private static func withCString<Result>(_ terminated: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        precondition(terminated.last == 0)
        // The array is not empty and ends with NUL; bytes may be read as characters of C.
        return unsafe terminated.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { preconditionFailure("an array with elements has an address") }
            return unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}
