/// Finds every occurrence of many literals in one walk over the text.
///
/// Never a false negative, never a false positive: `NaiveLiteralSearcher` is the oracle.
///
/// The walk hashes three bytes, folded to lower case, at each offset, and asks a bit table whether any literal begins
/// like that. Where one may, the literals of the bucket are compared in full.
public struct LiteralSearcher: Sendable {
    private static let tableBits = 15

    private let literals: [Literal]

    /// One bit for each hash value: whether a literal's first three bytes have it.
    private let mayStart: [UInt64]

    /// Literal indexes grouped by hash; the group of hash `h` is `bucketStarts[h]..<bucketStarts[h + 1]`.
    private let buckets: [UInt32]
    private let bucketStarts: [UInt32]

    /// Bytes of the longest literal, 0 when there is none.
    public let longest: Int

    /// Complexity: O(n) in the number of literals.
    public init(_ literals: [Literal]) {
        self.literals = literals
        longest = literals.map(\.bytes.count).max() ?? 0
        let tableSize = 1 << Self.tableBits
        let hashes = literals.map { Self.hash($0.bytes[0], $0.bytes[1], $0.bytes[2]) }
        var mayStart = [UInt64](repeating: 0, count: tableSize / 64)
        var starts = [UInt32](repeating: 0, count: tableSize + 1)
        for hash in hashes {
            mayStart[hash >> 6] |= 1 << UInt64(hash & 63)
            starts[hash + 1] += 1
        }
        for index in 1...tableSize { starts[index] += starts[index - 1] }
        var next = starts
        var buckets = [UInt32](repeating: 0, count: literals.count)
        for (index, hash) in hashes.enumerated() {
            buckets[Int(next[hash])] = UInt32(index)
            next[hash] += 1
        }
        self.mayStart = mayStart
        self.buckets = buckets
        bucketStarts = starts
    }

    /// Appends a hit for every literal that starts in `starts`, in order of offset, then of index.
    ///
    /// - Parameter starts: offsets into `text`, half-open; a literal may end behind it.
    public func search(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout [AnchorHit]) {
        let end = min(starts.upperBound, text.count - Literal.shortest + 1)
        guard starts.lowerBound < end, !literals.isEmpty else { return }
        let table = mayStart.span
        var first = asciiLowercase(text[starts.lowerBound])
        var second = asciiLowercase(text[starts.lowerBound + 1])
        for offset in starts.lowerBound..<end {
            let third = asciiLowercase(text[offset + 2])
            let hash = Self.hash(folded: first, second, third)
            if table[hash >> 6] >> UInt64(hash & 63) & 1 != 0 {
                confirm(text, at: offset, hash: hash, into: &hits)
            }
            (first, second) = (second, third)
        }
    }

    private func confirm(_ text: Span<UInt8>, at offset: Int, hash: Int, into hits: inout [AnchorHit]) {
        for slot in bucketStarts[hash]..<bucketStarts[hash + 1] {
            let index = buckets[Int(slot)]
            let literal = literals[Int(index)]
            if literal.matches(text, at: offset) {
                hits.append(AnchorHit(index: index, offset: offset, length: literal.bytes.count))
            }
        }
    }

    private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        hash(folded: asciiLowercase(first), asciiLowercase(second), asciiLowercase(third))
    }

    private static func hash(folded first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let packed = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
        return Int((packed &* 0x9E37_79B1) >> UInt32(32 - tableBits))
    }
}
