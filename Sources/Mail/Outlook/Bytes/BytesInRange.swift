/// A stretch of other bytes.
struct BytesInRange: StoredBytes {
    let whole: any StoredBytes
    let start: Int
    let count: Int

    /// - Parameter range: Cut at the ends of `whole`.
    init(of whole: any StoredBytes, _ range: Range<Int>) {
        let inside = range.clamped(to: 0..<max(0, whole.count))
        self.whole = whole
        self.start = inside.lowerBound
        self.count = inside.count
    }

    var offset: Int { whole.offset &+ start }

    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        guard position >= 0, position < count, limit > 0 else { return [] }
        return try whole.bytes(from: start + position, limit: min(limit, count - position))
    }
}
