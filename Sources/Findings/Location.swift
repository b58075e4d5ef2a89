/// Where a secret stands in its blob.
public struct Location: Hashable, Sendable {
    /// A point in text: line and columns, all from 1.
    public struct Point: Hashable, Sendable {
        public let line: Int

        /// In UTF-8 bytes of the (decoded) line.
        public let column: Int

        /// In UTF-16 code units of the line, as SARIF counts.
        public let utf16Column: Int

        public init(line: Int, column: Int, utf16Column: Int) {
            self.line = line
            self.column = column
            self.utf16Column = utf16Column
        }
    }

    /// Byte offsets into the innermost undecoded unit, half-open.
    public let bytes: Range<Int>

    /// The secret's first byte.
    public let start: Point

    /// The place just behind the secret's last byte, on the last byte's line.
    public let end: Point

    public init(bytes: Range<Int>, start: Point, end: Point) {
        self.bytes = bytes
        self.start = start
        self.end = end
    }

    /// The same place, so many lines further down. Byte offsets stay.
    func movedDown(by lines: Int) -> Location {
        func moved(_ point: Point) -> Point {
            Point(line: point.line + lines, column: point.column, utf16Column: point.utf16Column)
        }
        return Location(bytes: bytes, start: moved(start), end: moved(end))
    }
}
