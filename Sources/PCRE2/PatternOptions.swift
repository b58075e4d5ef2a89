extension Pattern {
    /// How the source of a pattern is read. The same can be said inside the source: `(?imsx)`.
    public struct Options: OptionSet, Sendable, Hashable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// ASCII letters match in both cases (`i`). Bytes from 0x80 up have no case, in any locale.
        public static let caseInsensitive = Options(rawValue: 1 << 0)

        /// `^` and `$` also match after and before a line feed (`m`).
        public static let multiLine = Options(rawValue: 1 << 1)

        /// `.` also matches a line feed (`s`). Without it `.` matches every other byte, NUL and carriage return
        /// included.
        public static let dotMatchesNewline = Options(rawValue: 1 << 2)

        /// White space and comments from `#` to the end of the line mean nothing, except in a class (`x`).
        public static let extended = Options(rawValue: 1 << 3)
    }
}
