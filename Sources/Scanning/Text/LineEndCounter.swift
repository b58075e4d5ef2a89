import LiteralSearch

/// Looks for line ends in bytes.
enum LineEndCounter {
    static let feed: UInt8 = 0x0A
    static let `return`: UInt8 = 0x0D

    /// Every byte of a large file passes here: in Swift, counting cost more than all else together.
    private static let counter = ByteCounter()

    /// How often LF stands in `bytes`, and the offset of the last one; `nil` if there is none.
    ///
    /// Complexity: O(n).
    static func feeds(in bytes: Span<UInt8>) -> (count: Int, last: Int?) {
        counter.count(of: Self.feed, in: bytes)
    }

    /// How many CRs in `bytes` stand before another byte than LF. One at the end does not count.
    ///
    /// Complexity: O(n).
    static func loneReturns(in bytes: Span<UInt8>) -> Int {
        guard counter.contains(Self.return, in: bytes) else { return 0 }
        var total = 0
        for index in 0..<bytes.count - 1 {
            total &+= bytes[index] == Self.return && bytes[index + 1] != Self.feed ? 1 : 0
        }
        return total
    }
}
