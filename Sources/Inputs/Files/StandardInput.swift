import Blobs
import Glibc

/// Standard input, forward only. For one worker, and one value in a process.
public struct StandardInput: ByteSource, ~Copyable {
    /// How long to wait for bytes before asking whether they are still wanted.
    private static let patience: Int32 = 100

    private let descriptor: Int32
    private let shouldStop: @Sendable () -> Bool

    /// How many bytes were taken so far.
    private var position = 0

    /// - Parameter shouldStop: asked while bytes are waited for. A read that is given up fails with EINTR.
    /// - Throws: `failed` with EBADF when standard input is closed, `notRegular` when it is a folder.
    public init(shouldStop: @escaping @Sendable () -> Bool = { false }) throws(InputError) {
        try self.init(descriptor: STDIN_FILENO, shouldStop: shouldStop)
    }

    /// Reads another descriptor, which stays the caller's.
    init(descriptor: Int32, shouldStop: @escaping @Sendable () -> Bool = { false }) throws(InputError) {
        let facts = FileFacts(try SystemCall.status(of: descriptor))
        guard facts.kind != .directory else { throw .notRegular(.directory) }
        self.descriptor = descriptor
        self.shouldStop = shouldStop
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
            guard SystemCall.waitUntilReadable(descriptor, milliseconds: Self.patience) else {
                if shouldStop() { throw ByteSourceError(offset: position, errorNumber: EINTR) }
                continue
            }
            let result = SystemCall.read(descriptor, into: &buffer, count: count, at: nil)
            // Whoever shares the terminal or pipe with us made it non-blocking, and took what was there.
            if result == -Int(EAGAIN) { continue }
            guard result >= 0 else { throw ByteSourceError(offset: position, errorNumber: Int32(-result)) }
            position += result
            return result
        }
    }
}
