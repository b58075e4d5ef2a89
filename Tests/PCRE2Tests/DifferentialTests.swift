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

/// Small patterns and subjects over the same few bytes, so that many of them match.
private enum RandomPattern {
    private static let items = [
        "a", "b", "c", "ab", ".", "[ab]", "[^a]", "[b-c0]", #"\d"#, #"\w"#, #"\s"#, #"\b"#, #"\B"#, "^", "$", #"\xff"#,
        #"\x00"#, #"[\x80-\xff]"#, #"\R"#, #"\1"#, #"\A"#, #"\z"#, #"\Z"#, "[[:alpha:]]", #"\h"#, #"\N"#, "(?=a)",
        "(?!b)", "(?<=a)",
        "(?<!ab)", "(?<=b|cc)", "0",
    ]
    private static let quantifiers = [
        "", "", "", "", "*", "+", "?", "*?", "+?", "??", "*+", "++", "{2}", "{1,3}", "{2,}?",
    ]
    private static let openings = ["(", "(", "(?:", "(?:", "(?>", "(?=", "(?!", "(?i:", "(?s:", "(?m:", "(?|"]

    static func source(using generator: inout SeededGenerator) -> String {
        alternation(depth: 3, using: &generator)
    }

    private static func alternation(depth: Int, using generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...2, using: &generator)
        return (0..<count).map { _ in sequence(depth: depth, using: &generator) }.joined(separator: "|")
    }

    private static func sequence(depth: Int, using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            if depth > 0, Int.random(in: 0..<3, using: &generator) == 0 {
                text += openings.random(using: &generator) + alternation(depth: depth - 1, using: &generator) + ")"
            } else {
                text += items.random(using: &generator)
            }
            text += quantifiers.random(using: &generator)
        }
        return text
    }

    static func subject(using generator: inout SeededGenerator) -> [UInt8] {
        let alphabet = Array("aaaabbbcc0AB \n\r".utf8) + [0x00, 0xFF, 0xE9]
        return (0..<Int.random(in: 0...24, using: &generator)).map { _ in alphabet.random(using: &generator) }
    }
}
