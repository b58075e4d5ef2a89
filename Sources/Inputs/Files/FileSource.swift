// System calls for a file that fits into the caller's buffer: openat, fstat, one pread, close. The pread
// asks for one byte more than the file has: if it does not come, the end is seen in the same call.

import Blobs
import Glibc

/// The bytes of a regular file. Nothing else can be opened as one, and opening never blocks.
///
/// Reading goes up to the size that the file had when it was opened; if it has grown by then, once more
/// up to the size it has at that moment. So a file that others write to comes to an end. Ask
/// `finishedChange()` at the end, and `reachedCap`: they say whether all of the file was seen in one state.
///
/// A file that has size 0 and still yields bytes (/proc) is read to a cap. Bytes can also be read
/// backwards and more than once. For one worker.
public struct FileSource: ByteSource, ~Copyable, Sendable {
    /// Bytes to read at most from a file that does not tell its size.
    public static let defaultUnsizedCap = 16 << 20

    /// Whether a file that does not tell its size had more bytes than the cap allows. They were not read.
    public private(set) var reachedCap = false

    private let file: RegularFile

    /// How far to read.
    private var limit: Int

    /// Where the file ended.
    private var end: Int?

    private var seenChange: FileChange?
    private var readsWithData = 0

    /// Some files of the kernel know no offsets.
    private var isForwardOnly = false

    /// Opens an entry of a folder. Not for entries that the folder says are FIFOs or devices: opening those can have
    /// effects.
    ///
    /// - Throws: `vanished`, `unreadable`, `symbolicLink`, `notRegular`, `tooManyOpenFiles` or `failed`.
    public init(
        _ name: EntryName, in directory: Directory, links: LinkPolicy = .refuse, unsizedCap: Int = defaultUnsizedCap
    ) throws(InputError) {
        self.init(
            try directory.withDescriptor { parent throws(InputError) in
                try RegularFile(name.terminated, at: parent, links: links)
            }, unsizedCap: unsizedCap)
    }

    init(_ file: consuming RegularFile, unsizedCap: Int = defaultUnsizedCap) {
        limit = file.facts.size > 0 ? file.facts.size : unsizedCap
        self.file = file
    }

    /// Opens a file that the user named; a symbolic link is followed. `handles` makes room when descriptors run out.
    ///
    /// - Throws: as above, and `invalidName` for a path that is empty or holds NUL.
    public init(
        path: RawPath, handles: DirectoryHandles, unsizedCap: Int = defaultUnsizedCap
    ) throws(InputError) {
        guard let terminated = path.terminated else { throw .invalidName }
        self.init(
            try handles.makingRoom { () throws(InputError) in
                try RegularFile(terminated, at: AT_FDCWD, links: .follow)
            }, unsizedCap: unsizedCap)
    }

    /// As they were when the file was opened.
    public var facts: FileFacts { file.facts }

    private var isSized: Bool { facts.size > 0 }

    /// The size when the file was opened; `nil` when that was 0, because then only reading will tell.
    public var size: Int? { isSized ? facts.size : nil }

    /// Reads beside this source; `nil` for a file that must be read in order: one with holes, or without a size or
    /// offsets.
    public var positionalReader: PositionalReader? {
        guard isSized, !facts.isSparse, !isForwardOnly else { return nil }
        return PositionalReader(descriptor: file.descriptor.number)
    }

    /// As `positionalReader`, and holes read as zeros: for formats that are read by offsets and have no use for holes.
    /// A file system that compresses makes every file look as if it had some.
    public var plainReader: PositionalReader? {
        isSized && !isForwardOnly ? PositionalReader(descriptor: file.descriptor.number) : nil
    }

    public mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(!buffer.isEmpty && offset >= 0)
        if let end, offset >= end { return 0 }
        // The byte after the limit tells whether there is more. A file that has grown is not asked again,
        // and there is none behind the largest offset: a sparse file can be that large.
        let probe = seenChange == nil && limit < Int.max ? 1 : 0
        let room = limit - offset
        guard room > 0 || (room == 0 && probe > 0) else {
            end = limit
            return 0
        }
        let wanted = room < buffer.count ? room + probe : buffer.count
        let count = try readOnce(into: &buffer, count: wanted, at: offset)
        guard count > 0 else {
            noteEnd(at: offset)
            return 0
        }
        readsWithData += 1
        if offset + count > limit { return noteExcess(count, from: offset) }
        if isSized, offset + count == limit, count < wanted { end = limit }
        return count
    }

    public mutating func nextData(from offset: Int) -> Int {
        guard facts.isSparse, offset < limit else { return offset }
        return min(SystemCall.seekData(file.descriptor.number, from: offset) ?? limit, limit)
    }

    /// Whether and how the file changed since it was opened. Ask once, when all was read.
    ///
    /// A file that one read took in whole was seen in one state; any other is compared by size and time of change.
    ///
    /// - Returns: `nil` when no change was seen.
    public mutating func finishedChange() -> FileChange? {
        if seenChange == nil, readsWithData > 1 { seenChange = changeByStatus() }
        return seenChange
    }

    private mutating func readOnce(
        into buffer: inout MutableSpan<UInt8>, count: Int, at offset: Int
    ) throws(ByteSourceError) -> Int {
        var result = SystemCall.read(
            file.descriptor.number, into: &buffer, count: count, at: isForwardOnly ? nil : offset)
        if result == -Int(ESPIPE), offset == 0 {
            isForwardOnly = true
            result = SystemCall.read(file.descriptor.number, into: &buffer, count: count, at: nil)
        }
        guard result >= 0 else { throw ByteSourceError(offset: offset, errorNumber: Int32(-result)) }
        return result
    }

    private mutating func noteEnd(at offset: Int) {
        end = offset
        // An early end is no change by itself: sizes in /sys are nominal.
        if isSized, offset < limit, seenChange == nil { seenChange = changeByStatus() }
    }

    /// - Returns: How many of the bytes that were read count.
    private mutating func noteExcess(_ count: Int, from offset: Int) -> Int {
        guard isSized else {
            reachedCap = true
            end = limit
            return limit - offset
        }
        seenChange = .grown
        let sizeNow = (try? SystemCall.status(of: file.descriptor.number)).map { Int($0.st_size) } ?? 0
        limit = max(sizeNow, offset + count)
        return count
    }

    private func changeByStatus() -> FileChange? {
        guard let status = try? SystemCall.status(of: file.descriptor.number) else { return .rewritten }
        let now = FileFacts(status)
        if now.sameContent(as: facts) { return nil }
        if now.size == facts.size { return .rewritten }
        return now.size < facts.size ? .shrunk : .grown
    }
}
