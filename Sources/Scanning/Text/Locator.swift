import Findings

/// Gives lines and columns for ranges of one text, asked for in ascending order.
struct Locator {
    private var cursor: TextCursor

    /// Where the cursor is in the text.
    private var position: Int

    /// - Parameter position: the index in the text of the place where `cursor` is.
    init(_ cursor: TextCursor, at position: Int) {
        self.cursor = cursor
        self.position = position
    }

    /// - Precondition: `range` does not start before the range asked for last.
    mutating func points(of range: Range<Int>, in text: Span<UInt8>) -> (start: Location.Point, end: Location.Point) {
        // A match may take in a byte order mark, which the cursor is behind of.
        let start = max(position, range.lowerBound)
        cursor.advance(over: text.extracting(position..<start))
        position = start
        var end = cursor
        end.advance(over: text.extracting(start..<max(start, range.upperBound)))
        return (
            cursor.point(before: Self.byte(start, in: text)),
            end.point(before: Self.byte(end.offset - cursor.offset + start, in: text))
        )
    }

    private static func byte(_ index: Int, in text: Span<UInt8>) -> UInt8? {
        index < text.count ? text[index] : nil
    }
}
