import Blobs
import Glibc

/// Standard input, forward only. For one worker, and one value in a process.
public struct StandardInput: ByteSource, ~Copyable {
    private let descriptor: Int32

    /// How many bytes were taken so far.
    private var position = 0

    /// - Throws: `failed` with EBADF when standard input is closed, `notRegular` when it is a folder.
    public init() throws(InputError) {
        try self.init(descriptor: STDIN_FILENO)
    }

    /// Reads another descriptor, which stays the caller's.
    init(descriptor: Int32) throws(InputError) {
        let facts = FileFacts(try SystemCall.status(of: descriptor))
        guard facts.kind != .directory else { throw .notRegular(.directory) }
        self.descriptor = descriptor
    }

    /// Always `nil`: also a redirected file may have been read in part by another process.
    public var size: Int? { nil }

    /// - Precondition: `offset` is not before bytes that were read.
    public mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(!buffer.isEmpty && offset >= position)
        while position < offset {
            let skipped = try readOnce(into: &buffer, count: min(buffer.count, offset - position))
            if skipped == 0 { return 0 }
        }
        return try readOnce(into: &buffer, count: buffer.count)
    }

    private mutating func readOnce(into buffer: inout MutableSpan<UInt8>, count: Int) throws(ByteSourceError) -> Int {
        while true {
            let result = SystemCall.read(descriptor, into: &buffer, count: count, at: nil)
            if result == -Int(EAGAIN) {
                // Whoever shares the terminal or pipe with us made it non-blocking.
                SystemCall.waitUntilReadable(descriptor)
                continue
            }
            guard result >= 0 else { throw ByteSourceError(offset: position, errorNumber: Int32(-result)) }
            position += result
            return result
        }
    }
}
