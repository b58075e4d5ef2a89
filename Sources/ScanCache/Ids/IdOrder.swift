/// The order of ids byte by byte, eight bytes at a time.
enum IdOrder {
    /// Whether the id at offset `first` of one text comes before the one at `second` of the other, is it, or follows.
    ///
    /// - Returns: a number below, at or above zero.
    /// - Precondition: both are inside; `length` is at least 8.
    static func compare(_ left: Span<UInt8>, at first: Int, _ right: Span<UInt8>, at second: Int, length: Int) -> Int {
        var offset = 0
        while true {
            let a = left.bigEndianWord(at: first + offset)
            let b = right.bigEndianWord(at: second + offset)
            if a != b { return a < b ? -1 : 1 }
            if offset == length - 8 { return 0 }
            // The last word may begin inside the one before: what they share is known to be equal.
            offset = min(offset + 8, length - 8)
        }
    }
}
