import Blobs
import Synchronization

/// A source in memory that reads as badly as a test asks.
struct TestSource: ByteSource, ~Copyable {
    /// What each byte is.
    let content: [UInt8]

    /// Whether the size is told before reading.
    var tellsSize = true

    /// Ranges that are told to be holes.
    var holes: [Range<Int>] = []

    /// The most bytes that a read gives, for each read in turn, over and over.
    var portions: [Int] = [.max]

    /// The read, from 1, that fails with EIO.
    var failingRead: Int?

    private(set) var reads = 0
    private(set) var lastOffset = 0

    init(_ content: [UInt8]) {
        self.content = content
    }

    var size: Int? { tellsSize ? content.count : nil }

    mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(!buffer.isEmpty, "a read of nothing")
        precondition(offset >= lastOffset, "a read that goes back")
        lastOffset = offset
        reads += 1
        if reads == failingRead { throw ByteSourceError(offset: offset, errorNumber: 5) }
        let count = min(buffer.count, content.count - offset, portions[reads % portions.count])
        for index in 0..<max(0, count) { buffer[index] = content[offset + index] }
        return max(0, count)
    }

    mutating func nextData(from offset: Int) -> Int {
        holes.first { $0.contains(offset) }?.upperBound ?? offset
    }
}
