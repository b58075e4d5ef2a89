import PCRE2
import Testing

/// Random patterns on random subjects: machine code, the interpreter and a naive search must agree.
@Suite struct DifferentialTests {
    @Test(arguments: 1...8)
    func engines(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var machine = try Matcher()
        var interpreter = try Matcher(jit: .never)
        var matches = 0
        var failures = 0
        for _ in 0..<1_500 {
            let source = RandomPattern.source(using: &generator)
            let options = Pattern.Options(rawValue: UInt32.random(in: 0...7, using: &generator))
            guard let pattern = try? Pattern(source, options: options) else { continue }
            for _ in 0..<8 {
                let subject = RandomPattern.subject(using: &generator)
                let start = Int.random(in: 0...subject.count, using: &generator)
                let last = Int.random(in: -1...subject.count + 1, using: &generator)
                let fast = Search(pattern, subject, start, last, &machine)
                let slow = Search(pattern, subject, start, last, &interpreter)
                if fast.isGivenUp || slow.isGivenUp {
                    failures += 1
                    continue
                }
                if let match = fast.groups.first, let match {
                    matches += 1
                    try #require(!match.isEmpty || pattern.canMatchEmpty, "\(source.debugDescription) \(subject)")
                }
                let naive = Search.naive(pattern, subject, start, last, &machine)
                try #require(fast == slow, "\(source.debugDescription) \(options) \(subject) \(start) \(last)")
                try #require(fast == naive, "\(source.debugDescription) \(options) \(subject) \(start) \(last)")
            }
        }
        #expect(matches > 1_000)
        #expect(failures < 20)
    }
}

/// What one search said, as a value.
private struct Search: Equatable {
    var outcome: MatchOutcome
    var groups: [Range<Int>?] = []

    var isGivenUp: Bool { outcome != .match && outcome != .noMatch }

    init(
        _ pattern: Pattern, _ subject: [UInt8], _ start: Int, _ last: Int, anchored: Bool = false,
        _ matcher: inout Matcher
    ) {
        outcome = matcher.firstMatch(
            of: pattern, in: subject.span, startingAt: start, lastStart: last, anchored: anchored)
        if outcome == .match {
            groups = (0...pattern.captureCount).map { matcher.range(ofGroup: $0) }
        }
    }

    /// Tries each allowed start by itself.
    static func naive(
        _ pattern: Pattern, _ subject: [UInt8], _ start: Int, _ last: Int, _ matcher: inout Matcher
    ) -> Search {
        var search = Search(pattern, subject, start, -1, &matcher)
        for position in start..<max(start, min(last, subject.count) + 1) where search.outcome == .noMatch {
            search = Search(pattern, subject, position, .max, anchored: true, &matcher)
        }
        return search
    }
}
