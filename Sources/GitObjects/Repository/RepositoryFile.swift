import Blobs
import Glibc
import Inputs

/// Small files of a repository, read at once.
enum RepositoryFile {
    /// More than any name, path or reference takes.
    static let shortLimit = 64 << 10

    /// The content of a file at a path that the repository's layout gives: a symbolic link is followed, as folders
    /// that share their parts by links need it.
    ///
    /// - Parameter limit: in bytes.
    /// - Throws: the error of opening or reading; `failed` with EFBIG for a file that is larger than the limit.
    static func read(_ path: RawPath, handles: DirectoryHandles, limit: Int) throws(InputError) -> [UInt8] {
        try content(of: FileSource(path: path, handles: handles, unsizedCap: limit), limit: limit)
    }

    /// As above, for a file that was found by listing its folder: a symbolic link is refused.
    static func read(_ name: EntryName, in directory: Directory, limit: Int) throws(InputError) -> [UInt8] {
        try content(of: FileSource(name, in: directory, unsizedCap: limit), limit: limit)
    }

    /// As above; `nil` when there is no such file.
    static func readIfThere(_ path: RawPath, handles: DirectoryHandles, limit: Int) throws(InputError) -> [UInt8]? {
        do {
            return try read(path, handles: handles, limit: limit)
        } catch {
            if error == .vanished { return nil }
            throw error
        }
    }

    private static func content(of source: consuming FileSource, limit: Int) throws(InputError) -> [UInt8] {
        let size = source.size ?? 0
        guard size <= limit else { throw .failed(errorNumber: EFBIG) }
        // One byte more: that the end is reached shows in the same call.
        var content = [UInt8](repeating: 0, count: max(size + 1, 4096))
        var filled = 0
        while true {
            let count: Int
            do {
                var span = content.mutableSpan
                var room = span._mutatingExtracting(filled..<span.count)
                count = try source.read(into: &room, at: filled)
            } catch {
                throw .failed(errorNumber: error.errorNumber)
            }
            if count == 0 { break }
            filled += count
            guard filled <= limit, !source.reachedCap else { throw .failed(errorNumber: EFBIG) }
            if filled == content.count { content.append(contentsOf: repeatElement(0, count: filled)) }
        }
        content.removeSubrange(filled...)
        return content
    }
}

extension [UInt8] {
    /// Without the line ends behind the last line.
    var withoutLineEnd: [UInt8] {
        let last = lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return Array(prefix((last ?? -1) + 1))
    }
}
