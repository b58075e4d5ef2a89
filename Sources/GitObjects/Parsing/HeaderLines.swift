/// The headers of a commit or a tag, one after the other, up to the empty line behind which the message starts.
///
/// A header is a name, a space, a value and a line feed; lines that begin with a space continue the value.
/// The content is handed in for each step, so that this is a plain value. Never traps, whatever the content.
///
/// Format: git's Documentation/gitformat-signature, and the commit object in Documentation/user-manual.
struct HeaderLines {
    struct Line {
        /// Byte ranges of the content. The value is that of the first line: without the lines that continue it.
        let name: Range<Int>
        let value: Range<Int>

        func isNamed(_ text: String, in content: Span<UInt8>) -> Bool {
            guard name.count == text.utf8.count else { return false }
            var index = name.lowerBound
            for byte in text.utf8 {
                guard content[index] == byte else { return false }
                index += 1
            }
            return true
        }
    }

    /// Where the next header starts; behind the last one, where the message starts.
    private(set) var position = 0

    private var isFinished = false

    /// - Returns: `nil` when the message or the end of the content follows.
    mutating func next(in content: Span<UInt8>) -> Line? {
        guard !isFinished, position < content.count else { return nil }
        let start = position
        let end = Self.lineEnd(from: start, in: content)
        position = min(end + 1, content.count)
        if end == start {
            isFinished = true
            return nil
        }
        while position < content.count, content[position] == UInt8(ascii: " ") {
            position = min(Self.lineEnd(from: position, in: content) + 1, content.count)
        }
        var space = start
        while space < end, content[space] != UInt8(ascii: " ") { space += 1 }
        return Line(name: start..<space, value: min(space + 1, end)..<end)
    }

    /// The offset of the line feed, or the end of the content.
    static func lineEnd(from start: Int, in content: Span<UInt8>) -> Int {
        content.position(of: UInt8(ascii: "\n"), from: start)
    }
}
