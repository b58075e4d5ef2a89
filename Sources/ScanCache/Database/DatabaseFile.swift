// The system calls of this target: what the path of a cache names, before SQLite opens it.
//
// Nothing is opened here. Were a file opened and closed that SQLite has open in this process, the locks of POSIX would
// go with it (fcntl(2)).

import Blobs
import Glibc

/// The file that holds the database: absolute, its folder without symbolic links.
struct DatabaseFile {
    /// The path for C, with its NUL.
    let terminated: [UInt8]

    /// SQLite takes 512 bytes, of which the longest name beside the file, `-journal`, needs eight (sqlite3PagerOpen in
    /// pager.c).
    private static let longestPath = 504

    /// Whether the folder cannot be written: no change to the database is possible then, because its journal stands
    /// there too.
    let isFolderReadOnly: Bool

    /// Finds the file, and makes an empty one, for this user only (mode 0600), if there is none.
    ///
    /// - Throws: what stands in the way of taking it for a cache.
    init(_ path: RawPath) throws(ScanCacheError) {
        guard !path.bytes.isEmpty, path.bytes.last != UInt8(ascii: "/"), !path.bytes.contains(0) else {
            throw .invalidName
        }
        let nameStart = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        let folder = try Self.resolve(nameStart == 0 ? [UInt8(ascii: ".")] : Array(path.bytes[..<nameStart]))
        terminated = folder.appending(path.bytes[nameStart...]).bytes + [0]
        guard terminated.count - 1 <= Self.longestPath else { throw .ioError(Self.text(of: ENAMETOOLONG)) }

        // SAFETY: mknod(2) makes a regular file without opening it, and follows no link.
        let made = unsafe Self.withCString(terminated) { unsafe mknod($0, S_IFREG | 0o600, 0) }
        try Self.requireRegular(terminated, makingError: made == 0 ? 0 : errno)
        // SAFETY: the array ends with NUL.
        isFolderReadOnly = unsafe Self.withCString(folder.bytes + [0]) {
            unsafe faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) != 0
        }
    }

    /// The system's text for an error number.
    static func text(of errorNumber: Int32) -> String {
        // SAFETY: strerror's buffer belongs to the C library and stays valid until the next call on this thread.
        unsafe strerror(errorNumber).map { unsafe String(cString: $0) } ?? "error \(errorNumber)"
    }

    /// - Parameter makingError: why the file could not be made. It counts only when there is none: a file system that
    ///   cannot be written says so before it says that there is one.
    private static func requireRegular(_ path: [UInt8], makingError: Int32) throws(ScanCacheError) {
        var status = stat()
        // SAFETY: lstat fills the structure that it is given.
        guard unsafe withCString(path, { unsafe lstat($0, &status) }) == 0 else {
            throw .ioError(text(of: makingError == 0 ? errno : makingError))
        }
        switch status.st_mode & S_IFMT {
        // SQLite takes a file of one byte for an empty one (unixFileSize in os_unix.c).
        case S_IFREG: if status.st_size == 1 { throw .notACache }
        case S_IFLNK: throw .symbolicLink
        default: throw .notRegular
        }
    }

    /// The folder without symbolic links in its path: SQLite refuses one anywhere when it refuses one as the file.
    private static func resolve(_ folder: [UInt8]) throws(ScanCacheError) -> RawPath {
        // SAFETY: realpath allocates its result, which is copied and freed here.
        guard let resolved = unsafe withCString(folder + [0], { unsafe realpath($0, nil) }) else {
            throw .ioError(text(of: errno))
        }
        // SAFETY: as above; it ends with NUL.
        defer { unsafe free(resolved) }
        return RawPath(unsafe Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))))
    }

    /// Calls `body` with a string of C.
    ///
    /// - Precondition: `bytes` ends with NUL.
    static func withCString<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        precondition(bytes.last == 0, "a string of C ends with NUL")
        // SAFETY: the array is not empty and ends with NUL; bytes may be read as characters of C.
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("an array with elements has an address") }
            return unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}
