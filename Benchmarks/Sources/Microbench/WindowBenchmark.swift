import LiteralSearch
import PCRE2

/// Tries a pattern of the usual kind behind every "key" of the text, each in a window of its own.
struct WindowBenchmark {
    private static let before = 0
    private static let after = 97

    private let pattern: Pattern
    private let literal = Literal(Array("key".utf8), ignoresCase: true)

    /// - Throws: `PatternError` only if PCRE2 gets no memory.
    init() throws {
        pattern = try Pattern(
            #"(?i:key)[A-Za-z0-9_.-]{0,20}["']?[ \t]{0,4}(?::|=|:=|=>)[ \t]{0,4}["']?"#
                + #"(?<secret>[A-Za-z0-9_\-]{32,64})(?![A-Za-z0-9_\-])"#)
    }

    func line(_ text: [UInt8], _ stopwatch: Stopwatch) throws -> String {
        let anchors = self.anchors(in: text)
        var matcher = try Matcher()
        var matches = 0
        let seconds = stopwatch.median {
            matches = 0
            for anchor in anchors {
                let start = max(0, anchor.lowerBound - Self.before)
                let window = text.span.extracting(start..<min(text.count, anchor.upperBound + Self.after))
                let outcome = matcher.firstMatch(
                    of: pattern, in: window, startingAt: anchor.lowerBound - start, anchored: true)
                if outcome == .match { matches += 1 }
            }
        }
        let each = Stopwatch.decimal(anchors.isEmpty ? 0 : seconds * 1e9 / Double(anchors.count))
        return "keyhound windows: \(text.count) bytes, \(anchors.count) windows, \(matches) matches, \(each) ns each "
            + "(median of \(stopwatch.rounds)), "
            + (pattern.isJITCompiled ? "machine code" : "interpreter")
    }

    private func anchors(in text: [UInt8]) -> [Range<Int>] {
        let searcher = LiteralSearcher([literal])
        var hits = LiteralHits()
        var position = 0
        var anchors: [Range<Int>] = []
        while searcher.search(text.span, starts: 0..<text.count, from: &position, into: &hits) {
            for index in 0..<hits.count {
                anchors.append(hits[index].offset..<hits[index].offset + literal.bytes.count)
            }
        }
        return anchors
    }
}
