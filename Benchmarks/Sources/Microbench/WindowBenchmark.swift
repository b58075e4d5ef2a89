import LiteralSearch
import PCRE2

/// Tries a pattern of the usual kind behind every "key" of the text, each in a window of its own.
struct WindowBenchmark {
    private static let before = 0
    private static let after = 97

    private let pattern: Pattern
    private let searcher = LiteralSearcher([Literal(Array("key".utf8), ignoresCase: true)])

    /// - Throws: `PatternError` only if PCRE2 gets no memory.
    init() throws {
        pattern = try Pattern(
            #"(?i:key)[A-Za-z0-9_.-]{0,20}["']?[ \t]{0,4}(?::|=|:=|=>)[ \t]{0,4}["']?"#
                + #"(?<secret>[A-Za-z0-9_\-]{32,64})(?![A-Za-z0-9_\-])"#)
    }

    func line(_ text: [UInt8], _ stopwatch: Stopwatch) throws -> String {
        var hits: [AnchorHit] = []
        searcher.search(text.span, starts: 0..<text.count, into: &hits)
        var matcher = try Matcher()
        var matches = 0
        let seconds = stopwatch.median {
            matches = 0
            for hit in hits {
                let start = max(0, hit.offset - Self.before)
                let window = text.span.extracting(start..<min(text.count, hit.offset + hit.length + Self.after))
                let outcome = matcher.firstMatch(
                    of: pattern, in: window, startingAt: hit.offset - start, anchored: true)
                if outcome == .match { matches += 1 }
            }
        }
        let each = Stopwatch.decimal(hits.isEmpty ? 0 : seconds * 1e9 / Double(hits.count))
        return "keyhound windows: \(text.count) bytes, \(hits.count) windows, \(matches) matches, \(each) ns each "
            + "(median of \(stopwatch.rounds)), "
            + (pattern.isJITCompiled ? "machine code" : "interpreter")
    }
}
