import Findings

/// Counts lines and columns forward through a text, so that the place of a match is known without going back.
///
/// Lines end with LF or CRLF. In a text whose first line end is a CR without LF, a lone CR ends lines too.
/// Columns count UTF-8 bytes, and UTF-16 code units for SARIF; a byte that is not UTF-8 counts as one unit.
struct TextCursor {
    /// Where the text begins.
    private let start: Int

    /// The text before the cursor.
    private var passed = TextStretch()

    /// - Parameter offset: where the text begins, in the same count as all later offsets.
    init(offset: Int = 0) {
        start = offset
    }

    /// At the first character of a text: behind its UTF-8 byte order mark, which is no part of the first line.
    init(behindMarkOf text: Span<UInt8>) {
        let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
        self.init(offset: hasMark ? 3 : 0)
    }

    /// Where the cursor is.
    var offset: Int { start + passed.count }

    /// Moves over a stretch that follows the cursor.
    mutating func advance(over stretch: TextStretch) {
        passed.append(stretch)
    }

    /// The place at the end of a way that begins at the cursor.
    func point(at place: RelativePlace) -> Location.Point {
        var all = passed
        all.append(place.way)
        let lines = all.lineCount(isBeforeFeed: place.isBeforeFeed)
        return Location.Point(
            line: lines.ends + 1, column: all.count - lines.lastEnd + 1, utf16Column: lines.units + 1)
    }
}
