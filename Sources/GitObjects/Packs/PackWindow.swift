/// Bytes of a pack that were read ahead. For one worker, and for one pack after another.
///
/// What is read in order is read in large pieces, and what is read here and there in small ones.
struct PackWindow: ~Copyable {
    private static let smallest = 4 << 10
    private static let largest = 128 << 10

    private var file: OpenFile?
    private var block = ByteBlock(capacity: largest)
    private var start = 0
    private var ahead = smallest

    /// Runs `body` with `count` bytes from `offset` on.
    ///
    /// - Throws: `corrupt` when they cannot be had, or what `body` throws.
    mutating func withBytes<Result: ~Copyable>(
        of file: OpenFile, at offset: Int, count: Int, _ body: (Span<UInt8>) throws(ObjectError) -> Result
    ) throws(ObjectError) -> Result {
        if self.file !== file {
            self.file = file
            start = 0
            forget()
        }
        if offset < start || offset + count > start + block.count { try move(to: offset, count: count, in: file) }
        let from = offset - start
        return try block.withBytes { (bytes) throws(ObjectError) in
            try body(bytes.extracting(from..<from + count))
        }
    }

    private mutating func move(to offset: Int, count: Int, in file: OpenFile) throws(ObjectError) {
        let end = start + block.count
        let goesOn = offset >= start && offset <= end + Self.largest / 2
        ahead = goesOn ? min(ahead * 2, Self.largest) : max(ahead / 4, Self.smallest)
        guard offset <= file.size, count <= file.size - offset else { throw Self.unreadable }
        let wanted = min(max(count, ahead), file.size - offset)
        if wanted > block.capacity || block.capacity > Self.largest && wanted <= Self.largest {
            block = ByteBlock(capacity: max(Self.largest, wanted))
        }
        start = offset
        forget()
        var isFilled = false
        block.fill(wanted) { bytes in
            isFilled = file.fill(&bytes, at: offset)
            return isFilled ? wanted : 0
        }
        guard isFilled else { throw Self.unreadable }
    }

    private func forget() { block.fill(0) { _ in 0 } }

    private static var unreadable: ObjectError { .corrupt("bytes of the pack cannot be read any more") }
}
