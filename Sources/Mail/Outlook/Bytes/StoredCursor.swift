/// Reads fields behind each other from stored bytes, through a small window.
struct StoredCursor {
    private static let windowSize = 4096

    let bytes: any StoredBytes
    private(set) var position: Int
    private var window: [UInt8] = []
    private var windowStart = 0

    init(_ bytes: any StoredBytes, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func word8() throws(OutlookError) -> Int {
        let start = try need(1)
        return Int(window[start])
    }

    mutating func word16() throws(OutlookError) -> Int {
        let start = try need(2)
        return window.word16(start) ?? 0
    }

    mutating func word32() throws(OutlookError) -> Int {
        let start = try need(4)
        return window.word32(start) ?? 0
    }

    mutating func word64() throws(OutlookError) -> UInt64 {
        let start = try need(8)
        return window.word64(start) ?? 0
    }

    /// The next `count` bytes, unread.
    mutating func stretch(_ count: Int) throws(OutlookError) -> BytesInRange {
        guard count >= 0, position <= bytes.count, count <= bytes.count - position else { throw end() }
        let stretch = BytesInRange(of: bytes, position..<position + count)
        position += count
        return stretch
    }

    /// Steps over bytes, and stops at the end of all.
    mutating func skip(_ count: Int) {
        position = min(bytes.count, position + max(0, min(count, bytes.count)))
    }

    /// Makes sure that `count` bytes are in the window, takes them, and says where in the window they begin.
    private mutating func need(_ count: Int) throws(OutlookError) -> Int {
        guard position >= 0, count <= bytes.count - position else { throw end() }
        if position < windowStart || position + count > windowStart + window.count {
            var filled: [UInt8] = []
            let wanted = min(Self.windowSize, bytes.count - position)
            while filled.count < count {
                let piece = try bytes.bytes(from: position + filled.count, limit: wanted - filled.count)
                if piece.isEmpty { throw end() }
                filled += piece
            }
            window = filled
            windowStart = position
        }
        position += count
        return position - count - windowStart
    }

    private func end() -> OutlookError {
        OutlookError(.truncated, at: bytes.offset &+ min(position, bytes.count))
    }
}
