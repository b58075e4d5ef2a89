import Blobs
import CArchive

/// Reads the members of a container, one after the other, each front to back. For one worker.
///
/// The formats are libarchive's. It reads through callbacks only: it is given no name of a file, starts no program and
/// writes nothing.
@safe public final class ContainerReader {
    // SAFETY: made in `init`, freed in `deinit`, and used by nobody else.
    private let archive: OpaquePointer
    private let input: ArchiveInput
    public let kind: ContainerKind
    private let streamName: RawPath

    // SAFETY: a block of the member in hand: libarchive's until the next call, and not looked at behind that. Its
    // place in the member is a plain number.
    private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    private var blockOffset = 0

    /// Whether the member in hand was read to its end, or cannot be read on.
    private var isAtEnd = true
    private var memberError: ContainerError?

    /// Whether libarchive has said that nothing more can be had.
    private var isFinished = false

    /// Why no member behind the one in hand can be read, if that is so.
    public private(set) var breakage: ContainerError?

    /// - Parameters:
    ///   - source: from its first byte on. Of archives with their table at the end it should be able to seek.
    ///   - path: of the container, after which the member of a stream is named.
    /// - Throws: `unavailable`, `outOfMemory`, or what is wrong with the container.
    public init(_ kind: ContainerKind, _ source: any ContainerSource, path: RawPath) throws(ContainerError) {
        guard keyhound_archive_load() else { throw .unavailable }
        // SAFETY: a plain allocation, checked.
        guard let made = unsafe keyhound_archive_new() else { throw .outOfMemory }
        unsafe archive = made
        self.kind = kind
        streamName = RawPath(kind.streamName(in: path.bytes))
        input = ArchiveInput(source)
        // SAFETY: the handle is live, and the texts outlive the calls.
        var result = unsafe keyhound_archive_support_format(archive, kind.format(canSeek: source.canSeek))
        if let filter = kind.filter, result == KEYHOUND_ARCHIVE_OK {
            result = unsafe keyhound_archive_append_filter(archive, filter)
        }
        if kind == .tar, result == KEYHOUND_ARCHIVE_OK {
            // What stands behind an end mark is read too.
            result = unsafe keyhound_archive_set_format_option(archive, "tar", "read_concatenated_archives", "1")
        }
        guard result == KEYHOUND_ARCHIVE_OK else { throw error() }
        let opened = Int(NameLocale.with { unsafe input.open(archive) })
        guard opened == KEYHOUND_ARCHIVE_OK || opened == KEYHOUND_ARCHIVE_WARN else { throw error() }
    }

    deinit {
        // SAFETY: sole owner. Closing reads no more.
        unsafe keyhound_archive_free(archive)
    }

    /// Why the source gave no more bytes.
    var sourceFailure: SourceFailure? { input.source.failure }

    /// The next member; what is left of the one before is skipped. `nil` behind the last one.
    ///
    /// - Throws: why the container cannot be read on. Then there are no more members.
    public func next() throws(ContainerError) -> ContainerMember? {
        forgetBlock()
        guard !isFinished else { return nil }
        for _ in 0..<Self.mostRetries {
            // SAFETY: the entry is libarchive's until the next call, and copied at once.
            var entry: OpaquePointer?
            let result = Int(NameLocale.with { unsafe keyhound_archive_next_header(archive, &entry) })
            switch result {
            case KEYHOUND_ARCHIVE_EOF:
                isFinished = true
                return nil
            case KEYHOUND_ARCHIVE_RETRY, KEYHOUND_ARCHIVE_FAILED: continue
            case KEYHOUND_ARCHIVE_OK, KEYHOUND_ARCHIVE_WARN:
                guard let entry = unsafe entry else { break }
                (isAtEnd, memberError) = (false, nil)
                return unsafe member(entry)
            default: break
            }
            break
        }
        isFinished = true
        throw error()
    }

    /// How often a header that cannot be read is passed over for the next one.
    private static let mostRetries = 1000

    /// Reads bytes of the member in hand. Offsets go forward only; what the container leaves out is zeros.
    ///
    /// - Returns: How many bytes were read, at least 1; 0 only at the end.
    /// - Throws: why the member cannot be read on. Others may still be read.
    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ContainerError) -> Int {
        guard try findBlock(at: offset) else { return 0 }
        if offset < blockOffset {
            let count = min(buffer.count, blockOffset - offset)
            for index in 0..<count { buffer[index] = 0 }
            return count
        }
        let skipped = offset - blockOffset
        // SAFETY: the block is live, and the span is not used beyond this call.
        let bytes = unsafe Span<UInt8>(_unsafeBytes: block)
        let count = min(buffer.count, bytes.count - skipped)
        buffer.copy(bytes.extracting(skipped..<skipped + count))
        return count
    }

    /// The first offset from `offset` on where the container has anything; `offset` itself at the end.
    func nextData(from offset: Int) -> Int {
        guard let isFound = try? findBlock(at: offset), isFound else { return offset }
        return max(offset, blockOffset)
    }

    /// Makes the block that holds `offset`, or the first one behind it, the one in hand.
    ///
    /// - Returns: `false` at the end of the member.
    private func findBlock(at offset: Int) throws(ContainerError) -> Bool {
        while unsafe offset >= blockOffset + block.count {
            if let memberError { throw memberError }
            guard !isAtEnd else { return false }
            try readBlock()
        }
        return true
    }

    private func readBlock() throws(ContainerError) {
        var (bytes, count, offset) = unsafe (UnsafeRawPointer?.none, 0, Int64(0))
        // SAFETY: the handle is live, and the results are plain numbers and an address of libarchive's.
        let result = Int(unsafe keyhound_archive_read_data_block(archive, &bytes, &count, &offset))
        switch result {
        case KEYHOUND_ARCHIVE_OK, KEYHOUND_ARCHIVE_WARN:
            // SAFETY: so many bytes stand there until the next call.
            unsafe block = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
            blockOffset = max(Int(offset), blockOffset)
            if result == KEYHOUND_ARCHIVE_WARN { memberError = error() }
        case KEYHOUND_ARCHIVE_RETRY: break
        case KEYHOUND_ARCHIVE_EOF: isAtEnd = true
        default:
            isAtEnd = true
            let found = error()
            memberError = found
            if result == KEYHOUND_ARCHIVE_FATAL { (isFinished, breakage) = (true, found) }
            throw found
        }
    }

    private func forgetBlock() {
        unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
        blockOffset = 0
        isAtEnd = true
    }

    private func member(_ entry: OpaquePointer) -> ContainerMember {
        // SAFETY: the entry is live; its texts end with NUL and are copied.
        let name = unsafe Self.bytes(keyhound_entry_pathname(entry))
        let symbolic = unsafe Self.bytes(keyhound_entry_symlink(entry))
        let link = unsafe symbolic ?? Self.bytes(keyhound_entry_hardlink(entry))
        let stated = unsafe keyhound_entry_size(entry)
        let type = unsafe keyhound_entry_filetype(entry)
        let isEncrypted = unsafe keyhound_entry_is_encrypted(entry)
        let size = kind.isStream || stated < 0 ? nil : Int(stated)
        return ContainerMember(
            name: kind.isStream ? streamName : RawPath(name ?? Array("?".utf8)), linkTarget: link,
            isFolder: type == Self.folderType, size: size, isEncrypted: isEncrypted,
            hasContent: symbolic == nil && (type == Self.fileType || type == 0) && size != 0
                && !(link != nil && size == nil))
    }

    // The kinds of entries in st_mode (inode(7)).
    private static let folderType: UInt32 = 0o040000
    private static let fileType: UInt32 = 0o100000

    /// What libarchive says went wrong last.
    private func error() -> ContainerError {
        if input.hasFailed { return .source }
        // SAFETY: the handle is live; the text is copied.
        let text = unsafe Self.bytes(keyhound_archive_error_string(archive)) ?? []
        return ContainerError(
            text: String(decoding: text.prefix(Self.longestText), as: UTF8.self),
            isOutOfMemory: unsafe keyhound_archive_errno(archive) == Self.outOfMemory, hasEnded: input.hasEnded)
    }

    private static let longestText = 160

    /// ENOMEM (errno(3)).
    private static let outOfMemory: Int32 = 12

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
        // SAFETY: libarchive's texts end with NUL.
        guard let text = unsafe text else { return nil }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: length(text)))
    }

    private static func length(_ text: UnsafePointer<CChar>) -> Int {
        var count = 0
        // SAFETY: as above.
        while unsafe text[count] != 0 { count += 1 }
        return count
    }
}
