import Findings

/// Lines and columns as the documentation of `TextCursor` defines them, counted from the start for each question.
enum NaivePlace {
    /// The point of the byte at `offset`, which is there and is no line end.
    static func point(of offset: Int, in text: [UInt8]) -> Location.Point {
        let returnsEndLines = firstLineEndIsReturn(text)
        var (line, start) = (1, 0)
        for index in 0..<offset {
            let isFeed = text[index] == 0x0A
            let isLoneReturn = text[index] == 0x0D && text[index + 1] != 0x0A
            if isFeed || (returnsEndLines && isLoneReturn) { (line, start) = (line + 1, index + 1) }
        }
        return Location.Point(line: line, column: offset - start + 1, utf16Column: utf16Units(text[start..<offset]) + 1)
    }

    /// The place behind the byte before `end`, on that byte's line.
    static func end(_ end: Int, in text: [UInt8]) -> Location.Point {
        let last = point(of: end - 1, in: text)
        let start = end - last.column
        return Location.Point(
            line: last.line, column: last.column + 1, utf16Column: utf16Units(text[start..<end]) + 1)
    }

    private static func firstLineEndIsReturn(_ text: [UInt8]) -> Bool {
        guard let first = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), text[first] == 0x0D else {
            return false
        }
        // A CR before LF ends no line by itself: the LF does, and settles the matter.
        return first + 1 < text.count && text[first + 1] != 0x0A
    }

    /// A byte that is not UTF-8 counts as one unit.
    private static func utf16Units(_ bytes: ArraySlice<UInt8>) -> Int {
        var (units, position) = (0, bytes.startIndex)
        while position < bytes.endIndex {
            let length = (1...4).first { length in
                position + length <= bytes.endIndex
                    && String(validating: bytes[position..<position + length], as: UTF8.self)?.unicodeScalars.count == 1
            }
            units += length == 4 ? 2 : 1
            position += length ?? 1
        }
        return units
    }
}
