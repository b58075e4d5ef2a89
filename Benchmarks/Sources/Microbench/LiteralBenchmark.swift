import LiteralSearch

/// Searches for all literals, in pieces of a MiB as the scanner does, so that hits need little memory.
struct LiteralBenchmark {
    private static let piece = 1 << 20

    private let searcher: LiteralSearcher
    private let count: Int

    init(_ literals: [Literal]) {
        searcher = LiteralSearcher(literals)
        count = literals.count
    }

    /// One line: bytes, matches, a checksum over (literal, end) of every match, speed.
    func line(_ text: [UInt8], _ stopwatch: Stopwatch) -> String {
        var hits: [AnchorHit] = []
        var matches = 0
        let seconds = stopwatch.median {
            matches = 0
            search(text, &hits) { matches += $0.count }
        }
        var checksum: UInt64 = 0
        search(text, &hits) { hits in
            for hit in hits { checksum &+= (UInt64(hit.index) + 1) &* UInt64(hit.offset + hit.length) }
        }
        let digits = String(checksum, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return "keyhound literals: \(count) literals, \(text.count) bytes, \(matches) matches, checksum \(padded), "
            + stopwatch.speed(bytes: text.count, seconds: seconds)
    }

    private func search(_ text: [UInt8], _ hits: inout [AnchorHit], _ consume: ([AnchorHit]) -> Void) {
        for start in stride(from: 0, to: text.count, by: Self.piece) {
            hits.removeAll(keepingCapacity: true)
            searcher.search(text.span, starts: start..<min(start + Self.piece, text.count), into: &hits)
            consume(hits)
        }
    }
}
