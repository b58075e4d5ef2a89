import Blobs

/// Bytes that are written at one end and taken from the other.
struct ByteBuffer {
    /// Bytes from `start` to `end` are in use.
    private(set) var storage: [UInt8] = []
    private(set) var start = 0
    private(set) var end = 0

    var count: Int { end - start }
    var isEmpty: Bool { start == end }

    /// The byte that was written last; `nil` if there is none.
    var last: UInt8? { isEmpty ? nil : storage[end - 1] }

    mutating func removeAll() {
        start = 0
        end = 0
    }

    /// Takes bytes off the front.
    mutating func consume(_ count: Int) {
        start += count
        if start >= end { removeAll() }
    }

    /// Takes bytes off the end.
    mutating func dropLast(_ count: Int) {
        end -= min(count, self.count)
        if start == end { removeAll() }
    }

    /// Makes room for so many bytes behind those in use.
    mutating func reserve(_ extra: Int) {
        guard end + extra > storage.count else { return }
        if start > 0 {
            let used = start..<end
            var all = storage.mutableSpan
            all.moveToStart(used)
            end -= start
            start = 0
        }
        guard end + extra > storage.count else { return }
        let capacity = max(end + extra, storage.count * 2, 256)
        storage.append(contentsOf: repeatElement(0, count: capacity - storage.count))
    }

    mutating func append(_ byte: UInt8) {
        if end == storage.count { reserve(1) }
        storage[end] = byte
        end += 1
    }

    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    mutating func append(_ bytes: [UInt8]) {
        append(bytes.span, 0..<bytes.count)
    }

    mutating func append(_ other: ByteBuffer) {
        append(other.storage.span, other.start..<other.end)
    }

    /// Complexity: O(n), at the speed of memory.
    mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
        reserve(range.count)
        let position = end
        var target = storage.mutableSpan
        target.copy(source.extracting(range), at: position)
        end = position + range.count
    }

    /// Lets bytes be written behind those in use, into the whole storage from a position on.
    ///
    /// - Returns: what `body` returns: where it stopped writing.
    mutating func write(atMost extra: Int, _ body: (inout MutableSpan<UInt8>, Int) -> Int) {
        reserve(extra)
        let position = end
        var target = storage.mutableSpan
        let stop = body(&target, position)
        end = stop
    }

    /// Appends a Unicode scalar in UTF-8; what is none as U+FFFD.
    mutating func append(scalar: UInt32) {
        guard scalar >= 0x80 else { return append(UInt8(truncatingIfNeeded: scalar)) }
        for byte in String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 { append(byte) }
    }

    /// Moves bytes from the front into a span, as many as there is room for.
    mutating func take(into target: inout MutableSpan<UInt8>) -> Int {
        let taken = min(count, target.count)
        target.copy(storage.span.extracting(start..<start + taken))
        consume(taken)
        return taken
    }
}
