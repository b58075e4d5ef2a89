import Blobs
import CArchive
import Glibc

/// What libarchive reads a container from: its callbacks, over a source.
@safe final class ArchiveInput {
    /// Bytes of one read, at most.
    private static let capacity = 64 * 1024

    /// Bytes of the first read behind a jump: a hostile directory can ask for a million of them.
    private static let firstRead = 4 * 1024

    let source: any ContainerSource

    // SAFETY: made in `init`, freed in `deinit`. libarchive reads it between two calls of `read`, while this lives.
    private let buffer: UnsafeMutableBufferPointer<UInt8>

    private var position = 0
    private var nextRead = capacity

    /// Whether the source has failed.
    private(set) var hasFailed = false

    /// Whether more bytes were wanted than there are.
    private(set) var hasEnded = false

    init(_ source: any ContainerSource) {
        self.source = source
        // SAFETY: plain bytes, cleared before anyone reads them.
        unsafe buffer = .allocate(capacity: Self.capacity)
        unsafe buffer.initialize(repeating: 0)
    }

    deinit {
        // SAFETY: sole owner.
        unsafe buffer.deallocate()
    }

    /// Opens `archive` on this, which must live as long as the archive is used.
    ///
    /// - Returns: libarchive's code.
    func open(_ archive: OpaquePointer) -> Int32 {
        // SAFETY: the archive gets the address of this object, and its owner keeps both.
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        // SAFETY: the callbacks are called with that address only.
        return unsafe keyhound_archive_open(
            archive, context,
            { _, context, bytes in
                guard let input = unsafe ArchiveInput.from(context), let bytes = unsafe bytes else { return -1 }
                let count = input.read()
                unsafe bytes.pointee = UnsafeRawPointer(input.buffer.baseAddress)
                return count
            },
            source.canSeek
                ? { _, context, offset, whence in
                    guard let input = unsafe ArchiveInput.from(context) else { return Int64(KEYHOUND_ARCHIVE_FATAL) }
                    return input.seek(to: offset, from: whence)
                } : nil)
    }

    // SAFETY: `context` is what `open` has given, and that object lives.
    private static func from(_ context: UnsafeMutableRawPointer?) -> ArchiveInput? {
        unsafe context.map { unsafe Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Fills the buffer. Returns how many bytes there are, 0 at the end, or -1.
    private func read() -> Int {
        guard !hasFailed else { return -1 }
        // SAFETY: `nextRead` is at most the buffer's capacity.
        var span = unsafe MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(rebasing: buffer[..<nextRead]))
        do throws(ByteSourceError) {
            let count = try source.read(into: &span, at: position)
            position += count
            nextRead = min(nextRead * 2, Self.capacity)
            hasEnded = count == 0
            return count
        } catch {
            hasFailed = true
            return -1
        }
    }

    /// Moves to an offset, as lseek(2) does. Returns it, or libarchive's code for failure.
    private func seek(to offset: Int64, from whence: Int32) -> Int64 {
        let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : source.size
        guard let base, let offset = Int(exactly: offset) else { return Int64(KEYHOUND_ARCHIVE_FATAL) }
        let (target, overflows) = base.addingReportingOverflow(offset)
        guard !overflows, target >= 0 else { return Int64(KEYHOUND_ARCHIVE_FATAL) }
        if target != position { nextRead = Self.firstRead }
        hasEnded = false
        position = min(target, source.size ?? target)
        return Int64(position)
    }
}
