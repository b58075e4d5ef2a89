/// What a stretch of text does to lines and columns, under one idea of what ends a line.
///
/// Counts can be put together: the count of a text is the count of its parts, one after the other.
struct LineCount {
    /// Line ends in the stretch, and the offset behind the last one; 0 where there is none.
    private(set) var ends = 0
    private(set) var lastEnd = 0

    /// The first bytes of a stretch without a line end, while they continue a UTF-8 sequence. Three at most matter:
    /// what they count depends on the bytes before the stretch, and nothing behind them does.
    private var head = InlineArray<3, UInt8>(repeating: 0)
    private var headCount = 0

    /// Whether there is nothing but `head` since the last line end.
    private var isHeadOnly = true

    /// The units behind `head`, or behind the last line end.
    private var rest = UTF16Counter()

    init() {}

    /// - Parameters:
    ///   - ends: how many line ends `bytes` has, and `lastEnd` the index behind the last of them.
    init(_ bytes: Span<UInt8>, ends: Int, lastEnd: Int) {
        self.ends = ends
        self.lastEnd = lastEnd
        var start = lastEnd
        while start < bytes.count, addToHead(bytes[start]) { start += 1 }
        guard start < bytes.count else { return }
        isHeadOnly = false
        rest.advance(over: bytes.extracting(start..<bytes.count))
    }

    /// A stretch of zero bytes.
    init(zeros count: Int) {
        guard count > 0 else { return }
        isHeadOnly = false
        rest.advance(overZeros: count)
    }

    /// UTF-16 code units since the last line end, or since the start of a text.
    var units: Int {
        // At the start of a text nothing is continued: each byte counts.
        (ends == 0 ? headCount : 0) + rest.count
    }

    /// Notes a line end at the end of the stretch, which is `offset` bytes long.
    mutating func endLine(at offset: Int) {
        ends += 1
        lastEnd = offset
        isHeadOnly = true
        rest = UTF16Counter()
    }

    /// Puts `next` behind the stretch, which is `offset` bytes long.
    mutating func append(_ next: LineCount, at offset: Int) {
        guard next.ends == 0 else {
            ends += next.ends
            lastEnd = offset + next.lastEnd
            isHeadOnly = next.isHeadOnly
            rest = next.rest
            return
        }
        for index in 0..<next.headCount {
            if addToHead(next.head[index]) { continue }
            isHeadOnly = false
            rest.advance(over: next.head[index])
        }
        guard !next.isHeadOnly else { return }
        isHeadOnly = false
        rest.append(next.rest)
    }

    private mutating func addToHead(_ byte: UInt8) -> Bool {
        guard ends == 0, isHeadOnly, headCount < 3, byte & 0xC0 == 0x80 else { return false }
        head[headCount] = byte
        headCount += 1
        return true
    }
}
