/// Looks for line ends in bytes. The loops have no exit, so that they compile to fast code.
enum LineEndCounter {
    static let feed: UInt8 = 0x0A
    static let `return`: UInt8 = 0x0D

    /// How often LF stands in `bytes`.
    ///
    /// Complexity: O(n).
    static func feeds(in bytes: Span<UInt8>) -> Int {
        var others = 0
        for index in bytes.indices { others &+= Int(min(bytes[index] ^ Self.feed, 1)) }
        return bytes.count - others
    }

    /// Whether there is a CR in `bytes`.
    ///
    /// Complexity: O(n).
    static func hasReturn(_ bytes: Span<UInt8>) -> Bool {
        var nearest = UInt8.max
        for index in bytes.indices { nearest = min(nearest, bytes[index] ^ Self.return) }
        return nearest == 0
    }

    /// How many CRs in `bytes` stand before another byte than LF. One at the end does not count.
    ///
    /// Complexity: O(n).
    static func loneReturns(in bytes: Span<UInt8>) -> Int {
        guard hasReturn(bytes) else { return 0 }
        var total = 0
        for index in 0..<bytes.count - 1 {
            total &+= bytes[index] == Self.return && bytes[index + 1] != Self.feed ? 1 : 0
        }
        return total
    }
}
