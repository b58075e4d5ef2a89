/// Joins long words that a mailer wrapped within quoted lines: `> abc…` and `> def` was `abc…def`.
///
/// Whether two pieces were one word cannot be told, so they are given besides the text, each a line.
struct QuoteJoiner {
    /// Letters at the end of a line that may be the first piece of a word, and bytes of a line that was wrapped.
    private static let shortestWord = 20
    private static let shortestLine = 60
    private static let longestWord = 1000

    /// The words that were joined.
    var found = ByteBuffer()

    /// The start of a quoted line that came in an earlier piece.
    private var line: [UInt8] = []
    private var isQuoted = false
    private var isLineStart = true

    /// The end of the line before that may go on, and how deep that line was quoted.
    private var word: [UInt8] = []
    private var depth = 0

    /// Whether the word is of several lines already.
    private var isJoined = false

    mutating func reset() {
        found.removeAll()
        line.removeAll(keepingCapacity: true)
        word.removeAll(keepingCapacity: true)
        isQuoted = false
        isLineStart = true
        isJoined = false
    }

    /// Looks through the next bytes of a text.
    ///
    /// - Complexity: O(n).
    mutating func find(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            if isLineStart {
                isQuoted = bytes[index] == 0x3E
                if !isQuoted, !word.isEmpty { endWord() }
            }
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            if isQuoted, end < range.upperBound, line.isEmpty {
                take(bytes, index..<end)
            } else if isQuoted {
                for place in index..<min(end, index + 4 * Self.longestWord - line.count) { line.append(bytes[place]) }
                if end < range.upperBound {
                    let whole = line
                    line.removeAll(keepingCapacity: true)
                    take(whole.span, 0..<whole.count)
                }
            }
            isLineStart = end < range.upperBound
            index = end + 1
        }
    }

    /// Ends the text.
    mutating func finish() {
        if !line.isEmpty {
            let whole = line
            take(whole.span, 0..<whole.count)
        }
        endWord()
    }

    private mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        // Nearly all lines end here.
        guard !word.isEmpty || end - range.lowerBound >= Self.shortestLine else { return }
        var start = range.lowerBound
        var marks = 0
        while start < end, bytes[start] == 0x3E || bytes[start] == 0x20 {
            if bytes[start] == 0x3E { marks += 1 }
            start += 1
        }
        if !word.isEmpty, marks == depth {
            var stop = start
            while stop < end, Self.isWordByte(bytes[stop]) { stop += 1 }
            if stop > start, word.count + stop - start <= Self.longestWord {
                for index in start..<stop { word.append(bytes[index]) }
                isJoined = true
                // The whole line belongs to the word, and it may go on.
                if stop == end, end - range.lowerBound >= Self.shortestLine { return }
            }
        }
        endWord()
        guard end - range.lowerBound >= Self.shortestLine else { return }
        var tail = end
        while tail > start, Self.isWordByte(bytes[tail - 1]), end - tail < Self.longestWord { tail -= 1 }
        guard end - tail >= Self.shortestWord else { return }
        for index in tail..<end { word.append(bytes[index]) }
        depth = marks
    }

    private mutating func endWord() {
        if isJoined {
            found.append(word)
            found.append(0x0A)
        }
        isJoined = false
        word.removeAll(keepingCapacity: true)
    }

    /// Whether a byte can be part of a key or a link.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2B, 0x2F, 0x3D, 0x2D, 0x5F, 0x2E, 0x7E, 0x25: true
        default: byte.isAlphanumeric
        }
    }
}
