import Blobs

/// The stretch of a source that is in memory: it goes forward only.
struct SourceWindow {
    /// Bytes in memory at most.
    static let capacity = 192 * 1024

    /// Bytes before `position` that stay in memory.
    static let history = 8

    private(set) var bytes = [UInt8](repeating: 0, count: SourceWindow.capacity)

    /// The first byte that was not taken yet, in `bytes`.
    var position = 0

    /// Behind the last byte in memory.
    private(set) var end = 0

    /// The offset in the source of the first byte in memory.
    private(set) var base = 0
    private(set) var isAtEnd = false
    private let source: (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int

    init(_ source: @escaping (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int) {
        self.source = source
    }

    /// Bytes in memory that were not taken yet.
    var available: Int { end - position }

    /// The offset in the source of the first byte that was not taken yet.
    var offset: Int { base + position }

    /// Reads until `count` bytes are there, or the source ends.
    ///
    /// - Returns: how many bytes are there.
    /// - Precondition: `count` is at most half of the capacity.
    mutating func ensure(_ count: Int) throws(ByteSourceError) -> Int {
        while available < count, !isAtEnd {
            if end + count > Self.capacity || Self.capacity - end < Self.capacity / 4 { makeRoom() }
            let length = Self.capacity - end
            let read = try fill(from: end)
            // A source that says more than there is room for is wrong, and must not lead out of the window.
            if read <= 0 || read > length { isAtEnd = true } else { end += read }
        }
        return available
    }

    private mutating func fill(from start: Int) throws(ByteSourceError) -> Int {
        let source = source
        var all = bytes.mutableSpan
        var free = all._mutatingExtracting(start..<Self.capacity)
        return try source(&free)
    }

    private mutating func makeRoom() {
        let keep = max(0, position - Self.history)
        let used = keep..<end
        var all = bytes.mutableSpan
        all.moveToStart(used)
        base += keep
        end -= keep
        position -= keep
    }
}
