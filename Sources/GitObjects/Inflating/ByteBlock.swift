/// Memory for the bytes of one object, used again and again without being filled with zeros in between.
///
/// Only what was written since the last `fill` can be read.
@safe final class ByteBlock {
    // SAFETY: allocated in `init` with `capacity` bytes, owned by nobody else, freed in `deinit`.
    private let start: UnsafeMutablePointer<UInt8>

    /// In bytes.
    let capacity: Int

    /// How many bytes are in use.
    private(set) var count = 0

    init(capacity: Int) {
        // One byte at least, so that there is an address.
        self.capacity = max(1, capacity)
        // SAFETY: freed in `deinit`.
        unsafe start = UnsafeMutablePointer.allocate(capacity: self.capacity)
    }

    deinit {
        // SAFETY: sole owner.
        unsafe start.deallocate()
    }

    /// Runs `body` with the bytes in use.
    func withBytes<Result: ~Copyable, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        // SAFETY: `count` is at most `capacity`, and these bytes were written. The memory lives as long as the call.
        return try body(unsafe Span(_unsafeStart: start, count: count))
    }

    /// Runs `body`, which writes `count` bytes and returns how many of them count.
    ///
    /// - Precondition: `count` fits.
    func fill<Failure>(
        _ count: Int, _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Int
    ) throws(Failure) {
        precondition(count >= 0 && count <= capacity, "the block is too small")
        self.count = 0
        // SAFETY: the bytes are inside the memory, which lives as long as the call. Bytes need no initialisation.
        var span = unsafe MutableSpan(_unsafeStart: start, count: count)
        let written = try body(&span)
        precondition(written >= 0 && written <= count, "more was written than there is room for")
        self.count = written
    }
}
