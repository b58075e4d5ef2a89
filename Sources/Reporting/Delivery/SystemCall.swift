// The system calls of this target, each with its retry after a signal: its only file with unsafe code.
//
// A NUL-terminated array goes in where C wants a string: the pointer is valid for the call, and the kernel keeps none.

import Blobs
import Glibc

/// What the operating system said no to.
struct SystemCallError: Error {
    let operation: DeliveryError.Operation
    let number: Int32

    func delivery(to target: RawPath?) -> DeliveryError {
        DeliveryError(target: target, cause: .system(operation: operation, errorNumber: number))
    }
}

enum SystemCall {
    /// Opens the entry `name` of `folder`; never follows a symbolic link, never becomes a terminal's.
    static func open(
        _ name: [UInt8], in folder: Int32 = AT_FDCWD, flags: Int32
    ) throws(SystemCallError) -> Descriptor {
        let allFlags = flags | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY
        return Descriptor(
            try retrying(.open) {
                // The array ends with NUL; the mode counts only where `flags` create.
                unsafe withPath(name) { path in unsafe openat(folder, path, allFlags, 0o600) }
            })
    }

    /// Opens a folder by any path, symbolic links on the way included.
    static func openFolder(_ path: [UInt8]) throws(SystemCallError) -> Descriptor {
        Descriptor(
            try retrying(.open) {
                // The array ends with NUL.
                unsafe withPath(path) { path in unsafe openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
            })
    }

    static func status(of descriptor: borrowing Descriptor) throws(SystemCallError) -> stat {
        var status = stat()
        // fstat fills the structure that it is given.
        let result = unsafe fstat(descriptor.number, &status)
        guard result == 0 else { throw SystemCallError(operation: .open, number: errno) }
        return status
    }

    /// What `name` in `folder` is, without following a link; `nil` when nothing has that name.
    static func status(of name: [UInt8], in folder: Int32) throws(SystemCallError) -> stat? {
        var status = stat()
        // The array ends with NUL; fstatat fills the structure that it is given.
        let result = unsafe withPath(name) { path in unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) }
        if result == 0 { return status }
        if errno == ENOENT { return nil }
        throw SystemCallError(operation: .open, number: errno)
    }

    /// What `descriptor` leads to.
    static func identity(of descriptor: Int32) -> FileIdentity {
        var status = stat()
        // fstat fills the structure that it is given.
        let result = unsafe fstat(descriptor, &status)
        return FileIdentity(result == 0 ? status : nil)
    }

    /// What stands at a path.
    static func identity(of path: [UInt8]) -> FileIdentity { FileIdentity(try? status(of: path, in: AT_FDCWD)) }

    /// Writes all of `bytes`, however often the kernel takes only a part, or none for now.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemCallError) {
        var written = 0
        while written < bytes.count {
            // The range lies within the array.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if count == 0 {
                throw SystemCallError(operation: .write, number: EIO)
            } else if errno == EAGAIN {
                waitUntilWritable(descriptor)
            } else if errno != EINTR {
                throw SystemCallError(operation: .write, number: errno)
            }
        }
    }

    /// Reads up to `count` bytes from the start of a file.
    static func readStart(of descriptor: borrowing Descriptor, count: Int) -> [UInt8] {
        let number = descriptor.number
        // pread writes at most `count` bytes, and they fit.
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = unsafe max(0, pread(number, buffer.baseAddress, count, 0))
        }
    }

    static func makePrivate(_ descriptor: borrowing Descriptor) throws(SystemCallError) {
        let number = descriptor.number
        _ = try retrying(.open) { fchmod(number, 0o600) }
    }

    /// Asks the disk to keep what was written. A file system that cannot be asked is not an error.
    static func synchronise(_ descriptor: borrowing Descriptor) throws(SystemCallError) {
        let number = descriptor.number
        do {
            _ = try retrying(.synchronise) { fsync(number) }
        } catch  where [EINVAL, ENOTSUP, EROFS].contains(error.number) {
            return
        }
    }

    static func rename(_ name: [UInt8], to newName: [UInt8], in folder: Int32) throws(SystemCallError) {
        _ = try retrying(.rename) {
            // Both arrays end with NUL.
            unsafe withPath(name) { old in
                unsafe withPath(newName) { new in unsafe renameat(folder, old, folder, new) }
            }
        }
    }

    static func remove(_ name: [UInt8], in folder: Int32) throws(SystemCallError) {
        // The array ends with NUL.
        let result = unsafe withPath(name) { path in unsafe unlinkat(folder, path, 0) }
        guard result == 0 || errno == ENOENT else { throw SystemCallError(operation: .open, number: errno) }
    }

    /// Takes the lock that a writing run holds on its temporary file.
    ///
    /// - Returns: `false` when another process holds it. A file system without locks gives it to everyone.
    static func lock(_ descriptor: borrowing Descriptor) -> Bool {
        flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    /// Whether `descriptor` is open, and for writing.
    static func checkWritable(_ descriptor: Int32) throws(SystemCallError) {
        let flags = fcntl(descriptor, F_GETFL)
        guard flags >= 0 else { throw SystemCallError(operation: .write, number: errno) }
        guard flags & O_ACCMODE != O_RDONLY else { throw SystemCallError(operation: .write, number: EBADF) }
    }

    /// Closes a copy of `descriptor`, so that a network file system reports now what it could not keep.
    static func closeCopy(of descriptor: Int32) throws(SystemCallError) {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw SystemCallError(operation: .close, number: errno) }
        guard close(copy) == 0 || errno == EINTR else { throw SystemCallError(operation: .close, number: errno) }
    }

    static func text(of errorNumber: Int32) -> String {
        // glibc answers with a string that lives until this thread asks again.
        unsafe String(cString: strerror(errorNumber))
    }

    private static func waitUntilWritable(_ descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // One structure, one count. A failure shows in the write that follows.
        _ = unsafe poll(&request, 1, -1)
    }

    private static func retrying(
        _ operation: DeliveryError.Operation, _ call: () -> Int32
    ) throws(SystemCallError) -> Int32 {
        while true {
            let result = call()
            if result >= 0 { return result }
            guard errno == EINTR else { throw SystemCallError(operation: operation, number: errno) }
        }
    }

    private static func withPath(_ name: [UInt8], _ call: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        let terminated = name + [0]
        // The array ends with NUL and is never empty; the pointer is not kept.
        return unsafe terminated.withUnsafeBytes { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { path in
                guard let start = path.baseAddress else { return -1 }
                return unsafe call(start)
            }
        }
    }
}
