/// Times of Windows: tenths of a microsecond since 1601-01-01T00:00Z.
enum FileTime {
    /// Seconds since 1970-01-01T00:00Z; `nil` for zero, which says that there is no time.
    static func seconds(_ time: UInt64?) -> Int64? {
        guard let time, time > 0, time <= UInt64(Int64.max) else { return nil }
        return Int64(time / 10_000_000) - 11_644_473_600
    }
}
