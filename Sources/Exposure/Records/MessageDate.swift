/// Dates of messages, which anybody can write.
enum MessageDate {
    /// Mail is younger than 1971, and clocks that were never set say 1970. Years have four digits (RFC 5322, 3.3).
    private static let range: Range<Int64> = 31_536_000..<253_402_300_800

    /// - Parameter seconds: since 1970-01-01T00:00Z.
    /// - Returns: `nil` for a date that cannot be.
    static func plausible(_ seconds: Int64?) -> Int64? {
        seconds.flatMap { range.contains($0) ? $0 : nil }
    }
}
