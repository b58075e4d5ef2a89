import Blobs
import Glibc

/// System calls on files that this program itself writes. All strings live for the call.
///
/// A path that is not UTF-8 cannot be named so, and is then not found.
enum FileCalls {
    /// Makes a folder, and those that it lies in.
    ///
    /// - Returns: whether it is there now.
    static func makeFolder(_ path: RawPath) -> Bool {
        if unsafe mkdir(path.lossyText, 0o777) == 0 || errno == EEXIST { return true }
        guard errno == ENOENT, let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")), slash > 0,
            makeFolder(RawPath(Array(path.bytes[..<slash])))
        else { return false }
        return unsafe mkdir(path.lossyText, 0o777) == 0
    }

    static func exists(_ path: RawPath) -> Bool { unsafe access(path.lossyText, F_OK) == 0 }

    static func rename(_ path: RawPath, to other: RawPath) -> Bool {
        unsafe Glibc.rename(path.lossyText, other.lossyText) == 0
    }

    static func remove(_ path: RawPath) {
        _ = unsafe unlink(path.lossyText)
    }

    /// A new file that others may run; its descriptor, or -1.
    static func createProgram(_ path: RawPath) -> Int32 {
        unsafe open(path.lossyText, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o755)
    }
}
