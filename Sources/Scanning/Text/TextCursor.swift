import Findings

/// Counts lines and columns forward through a text, so that the place of a match is known without going back.
///
/// Lines end with LF or CRLF. In a text whose first line end is a CR without LF, a lone CR ends lines too.
/// Columns count UTF-8 bytes, and UTF-16 code units for SARIF; a byte that is not UTF-8 counts as one unit.
struct TextCursor {
    /// Bytes of the text before the cursor.
    private(set) var offset: Int

    /// Whether the text's first line end was a lone CR; `nil` before the first line end.
    private var returnsEndLines: Bool?
    private var previousIsReturn = false
    private var line = 1
    private var lineStart: Int
    private var units = UTF16Counter()

    /// - Parameter offset: where the text begins, in the same count as all later offsets.
    init(offset: Int = 0) {
        self.offset = offset
        lineStart = offset
    }

    /// At the first character of a text: behind its UTF-8 byte order mark, which is no part of the first line.
    init(behindMarkOf text: Span<UInt8>) {
        let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
        self.init(offset: hasMark ? 3 : 0)
    }

    /// The place of the cursor.
    ///
    /// - Parameter next: the byte behind the cursor, `nil` at the end of the text: it tells what a CR before it means.
    func point(before next: UInt8?) -> Location.Point {
        var here = self
        here.endPendingReturn(before: next ?? 0)
        return Location.Point(
            line: here.line, column: offset - here.lineStart + 1, utf16Column: here.units.count + 1)
    }

    /// Moves over `bytes`, which follow the cursor.
    ///
    /// Complexity: O(n), fast where no lone CR has been met.
    mutating func advance(over bytes: Span<UInt8>) {
        var position = 0
        if returnsEndLines != false { position = advanceByByte(over: bytes) }
        guard position < bytes.count else { return }
        let rest = bytes.extracting(position..<bytes.count)
        let ends = Self.count(of: 0x0A, in: rest)
        line += ends
        if ends > 0 {
            var last = rest.count - 1
            while rest[last] != 0x0A { last -= 1 }
            lineStart = offset + last + 1
            units = UTF16Counter()
            units.advance(over: rest.extracting((last + 1)..<rest.count))
        } else {
            units.advance(over: rest)
        }
        offset += rest.count
    }

    /// Moves over a hole of `count` zero bytes.
    mutating func advance(overZeros count: Int) {
        endPendingReturn(before: 0)
        offset += count
        units.advance(overZeros: count)
    }

    /// Byte by byte, until the text has shown that CR alone ends no line. Returns how many bytes it moved over.
    private mutating func advanceByByte(over bytes: Span<UInt8>) -> Int {
        for index in bytes.indices {
            let byte = bytes[index]
            endPendingReturn(before: byte)
            offset += 1
            if byte == 0x0A {
                if returnsEndLines == nil { returnsEndLines = false }
                endLine()
            } else if byte == 0x0D {
                previousIsReturn = true
                units.advance(over: byte)
            } else {
                units.advance(over: byte)
            }
            if returnsEndLines == false { return index + 1 }
        }
        return bytes.count
    }

    /// A CR ends a line once the next byte shows that it stands alone.
    private mutating func endPendingReturn(before next: UInt8) {
        guard previousIsReturn else { return }
        previousIsReturn = false
        guard next != 0x0A, returnsEndLines != false else { return }
        returnsEndLines = true
        endLine()
    }

    private mutating func endLine() {
        line += 1
        lineStart = offset
        units = UTF16Counter()
    }

    /// How often `value` stands in `bytes`. The loop has no exit, so that it compiles to SIMD.
    private static func count(of value: UInt8, in bytes: Span<UInt8>) -> Int {
        var total = 0
        for index in bytes.indices { total &+= bytes[index] == value ? 1 : 0 }
        return total
    }
}
