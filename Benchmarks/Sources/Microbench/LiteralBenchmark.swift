import LiteralSearch

/// Searches for all literals, in pieces of a MiB as the scanner does, so that hits need little memory.
struct LiteralBenchmark {
    private static let piece = 1 << 20

    private let searcher: LiteralSearcher
    private let lengths: [Int]

    init(_ literals: [Literal]) {
        searcher = LiteralSearcher(literals)
        lengths = literals.map(\.bytes.count)
    }

    /// One line: bytes, matches, a checksum over (literal, end) of every match, speed.
    func line(_ text: [UInt8], _ stopwatch: Stopwatch) -> String {
        var hits = LiteralHits()
        var matches = 0
        let seconds = stopwatch.median {
            matches = 0
            search(text, &hits) { matches += $0.count }
        }
        var checksum: UInt64 = 0
        search(text, &hits) { hits in
            for index in 0..<hits.count {
                let hit = hits[index]
                checksum &+= (UInt64(hit.index) + 1) &* UInt64(hit.offset + lengths[Int(hit.index)])
            }
        }
        let digits = String(checksum, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return "keyhound literals: \(lengths.count) literals, \(text.count) bytes, \(matches) matches, "
            + "checksum \(padded), " + stopwatch.speed(bytes: text.count, seconds: seconds)
    }

    private func search(_ text: [UInt8], _ hits: inout LiteralHits, _ consume: (borrowing LiteralHits) -> Void) {
        for start in stride(from: 0, to: text.count, by: Self.piece) {
            var position = start
            let starts = start..<min(start + Self.piece, text.count)
            while searcher.search(text.span, starts: starts, from: &position, into: &hits) { consume(hits) }
        }
    }
}
