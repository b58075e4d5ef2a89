import Testing

@testable import PCRE2

/// PCRE2 is the oracle: where it finds a match, a rejecter must not say that there is none.
@Suite struct RejecterTests {
    @Test(arguments: 1...8)
    func neverRejectsAMatch(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var matcher = try Matcher()
        var counts = Counts()
        for _ in 0..<3_000 {
            let isRare = Bool.random(using: &generator)
            let source =
                isRare ? RandomPattern.rareSource(using: &generator) : RandomPattern.source(using: &generator)
            let options = Pattern.Options(rawValue: UInt32.random(in: 0...15, using: &generator))
            guard let pattern = try? Pattern(source, options: options) else { continue }
            guard let program = RejectionProgram(pattern) else {
                counts.unsupported += 1
                continue
            }
            var rejecter = Rejecter(program)
            for _ in 0..<4 {
                let text = RandomPattern.subject(using: &generator)
                let start = Int.random(in: 0...text.count, using: &generator)
                let window = start..<Int.random(in: start...text.count, using: &generator)
                try counts.compare(&rejecter, with: &matcher, pattern, text, window)
            }
        }
        #expect(counts.matches > 3_000 && counts.unsupported < 100, "\(counts)")
        // Nearly all places without a match are recognised.
        #expect(counts.rejections > 10 * counts.undecided, "\(counts)")
    }

    /// Every named set, escape and literal byte, on every byte, must be exactly what PCRE2 makes of it.
    @Test(arguments: [
        #"\d"#, #"\D"#, #"\h"#, #"\H"#, #"\s"#, #"\S"#, #"\v"#, #"\V"#, #"\w"#, #"\W"#, #"\N"#, ".", "(?s).", #"\R"#,
        "[[:alnum:]]", "[[:alpha:]]", "[[:ascii:]]", "[[:blank:]]", "[[:cntrl:]]", "[[:digit:]]", "[[:graph:]]",
        "[[:lower:]]", "[[:print:]]", "[[:punct:]]", "[[:space:]]", "[[:upper:]]", "[[:word:]]", "[[:xdigit:]]",
        "[[:^alpha:]]", "[^[:lower:]]", #"[^\s\d]"#, #"[\b\a\e\f\t]"#, #"\a|\e|\f|\t|\ca|\cZ|\c[|\c?"#,
        #"[\x00-\x1f\x{7f}\o{377}\0]"#, #"[\101-\132]"#, #"\.|\-|\_|\/|\ "#, "[!-/]", "[k-m]", "[^k-m]", "[--/]",
        "[a\\]]",
        #"\b"#, #"\B"#, "^", #"\A"#, #"\z"#, "(?m)$", "(?=[a-c])", "(?![a-c])", #"(?=.|\z)"#,
    ])
    func oneByteIsReadAsPCRE2ReadsIt(_ source: String) throws {
        var matcher = try Matcher()
        for options in [Pattern.Options(), .caseInsensitive] {
            let pattern = try Pattern(source, options: options)
            var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
            for byte in UInt8.min...UInt8.max {
                for text in [[byte], [byte, byte], [byte, 0x61], [0x20, byte]] {
                    for offset in 0...text.count {
                        let outcome = matcher.firstMatch(
                            of: pattern, in: text.span, startingAt: offset, anchored: true)
                        let mayMatch = rejecter.mayMatch(text.span, window: 0..<text.count, at: offset)
                        #expect(mayMatch == (outcome == .match), "\(text) \(offset)")
                    }
                }
            }
        }
    }

    @Test(arguments: Rejection.all)
    func rejects(_ rejection: Rejection) throws {
        let pattern = try Pattern(rejection.source, options: rejection.options)
        var matcher = try Matcher()
        var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
        let (text, offset) = rejection.textAndOffset
        let outcome = matcher.firstMatch(of: pattern, in: text.span, startingAt: offset, anchored: true)
        #expect(outcome == .noMatch, "not a case")
        let mayMatch = rejecter.mayMatch(text.span, window: 0..<text.count, at: offset)
        #expect(!mayMatch)
    }

    /// The automaton of `[ab]*a[ab]{12}c` has thousands of states. Text that leads to ever new ones is no use.
    @Test func aCacheThatDoesNotPayIsGivenUp() throws {
        let pattern = try Pattern("[ab]*a[ab]{12}c")
        var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
        var generator = SeededGenerator(state: 1)
        var rejections = 0
        while !rejecter.isGivenUp, rejections < 100 {
            let text = (0..<250).map { _ in Array("ab".utf8).random(using: &generator) }
            if !rejecter.mayMatch(text.span, window: 0..<250, at: 0) { rejections += 1 }
        }
        #expect(rejecter.isGivenUp && rejections > 5 && rejections < 100)
        let texts = ["b" + String(repeating: "a", count: 13) + "c", "cccccccccccccccc"].map { Array($0.utf8) }
        for text in texts {
            let mayMatch = rejecter.mayMatch(text.span, window: 0..<text.count, at: 0)
            #expect(mayMatch)
        }
    }

    /// The same automaton, on texts that come again and again.
    @Test func aCacheThatPaysIsMadeAnewWhenItIsFull() throws {
        let pattern = try Pattern("[ab]*a[ab]{12}c")
        var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
        var generator = SeededGenerator(state: 1)
        for _ in 0..<20 {
            var text = (0..<250).map { _ in Array("ab".utf8).random(using: &generator) }
            for round in 0..<50 {
                if round == 40 { text.replaceSubrange(200..<214, with: Array("aaaaaaaaaaaaac".utf8)) }
                let mayMatch = rejecter.mayMatch(text.span, window: 0..<250, at: 0)
                #expect(mayMatch == (round >= 40))
            }
        }
        #expect(!rejecter.isGivenUp)
    }

    /// The cost is counted in bytes walked, for texts of any length.
    @Test func aCallWalksNoFurtherThanItsBound() throws {
        let sources = [#"a[^\n]{0,80}?(?:\n[^\n]{0,80}?){0,2}?[0-9]{40}"#, "(?:a*)*b", "(?s)a.*z", "a+a+a+a+b"]
        let text = [UInt8](repeating: 0x61, count: 100_000)
        for source in sources {
            var rejecter = Rejecter(try #require(RejectionProgram(try Pattern(source))))
            for call in 1...30 {
                let mayMatch = rejecter.mayMatch(text.span, window: 0..<text.count, at: call)
                #expect(mayMatch)
                #expect(rejecter.bytesWalked <= call * Rejecter.longestWalk)
            }
            let mayMatch = rejecter.mayMatch(text.span, window: 0..<200, at: 100)
            #expect(!mayMatch, "\(source)")
        }
    }

    /// One long line full of anchors: the walks are given up, for a while, and taken up again.
    @Test func walksThatDecideNothingAreNotRepeated() throws {
        let pattern = try Pattern(#"key[^\n]{0,80}?(?:\n[^\n]{0,80}?){0,2}?[0-9]{40}"#)
        var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
        let line = Array(repeating: Array("key ".utf8), count: 12_000).flatMap { $0 }
        for call in 0..<10_000 {
            let mayMatch = rejecter.mayMatch(line.span, window: 0..<line.count, at: 4 * call)
            try #require(mayMatch)
        }
        #expect(rejecter.bytesWalked <= 10 * 32 * Rejecter.longestWalk)
        let text = Array("key\n\n\n\n".utf8)
        let rejections = (0..<2_000).count { _ in !rejecter.mayMatch(text.span, window: 0..<text.count, at: 0) }
        #expect(rejections >= 900)
    }

    /// The window is the whole text for the pattern: edges, lookbehinds and lookaheads.
    @Test func nothingOutsideTheWindowCounts() throws {
        let pattern = try Pattern("(?<![a-z])key[0-9]{2}(?![0-9])")
        var rejecter = Rejecter(try #require(RejectionProgram(pattern)))
        let text = Array("akey123".utf8)
        for (window, expected) in [(0..<6, false), (1..<7, false), (1..<5, false), (1..<6, true)] {
            let mayMatch = rejecter.mayMatch(text.span, window: window, at: 1)
            #expect(mayMatch == expected, "\(window)")
        }
    }

    @Test(arguments: [
        #"a\p{L}"#, "[[:<:]]a", "(?xx)[a b]", #"[\Qa\E]"#, "a{,3}", "a{ 1}", #"\Xa"#,
    ])
    func whatIsNotUnderstoodIsNotRejected(_ source: String) throws {
        #expect(RejectionProgram(try Pattern(source)) == nil)
    }

    struct Counts {
        var matches = 0
        var rejections = 0
        var undecided = 0
        var unsupported = 0

        mutating func compare(
            _ rejecter: inout Rejecter, with matcher: inout Matcher, _ pattern: Pattern, _ text: [UInt8],
            _ window: Range<Int>
        ) throws {
            let visible = Array(text[window])
            for offset in window.lowerBound...window.upperBound {
                let start = offset - window.lowerBound
                let outcome = matcher.firstMatch(of: pattern, in: visible.span, startingAt: start, anchored: true)
                let mayMatch = rejecter.mayMatch(text.span, window: window, at: offset)
                guard outcome == .match else {
                    if mayMatch { undecided += 1 } else { rejections += 1 }
                    continue
                }
                matches += 1
                try #require(mayMatch, "\(pattern.source.debugDescription) \(pattern.options) \(visible) \(start)")
                guard let range = matcher.range(ofGroup: 0) else { continue }
                let program = rejecter.program
                try #require(range.count >= program.minimumLength, "\(pattern.source.debugDescription)")
            }
        }
    }
}

/// A place where no match begins, and that must be recognised.
struct Rejection: Sendable, CustomTestStringConvertible {
    let source: String
    var options: Pattern.Options = []

    /// `@` is where the match would begin.
    let text: String

    var testDescription: String { "\(source) on \(text)" }

    var textAndOffset: ([UInt8], Int) {
        let bytes = Array(text.utf8)
        let offset = bytes.firstIndex(of: UInt8(ascii: "@")) ?? 0
        return (bytes.filter { $0 != UInt8(ascii: "@") }, offset)
    }

    private static let token =
        #"(?i:token)[\w.-]{0,20}["']?[ \t]{0,4}(?::|=|:=|=>)[ \t]{0,4}["']?(?<secret>[\w-]{32,64})(?![\w-])"#

    static let all: [Rejection] = [
        Rejection(source: token, text: "@token_list_head *next;                                      "),
        Rejection(source: token, text: "@TOKEN = parse(input), and so on until there is enough of it, yes"),
        Rejection(source: token, text: "@token=abcdefghijklmnopqrstuvwxyz01234 56789 0123456789 0123456789"),
        Rejection(source: "(?<![a-z])ab", text: "z@ab"),
        Rejection(source: "(?<=[a-z])ab", text: "@ab"),
        Rejection(source: #"\bab"#, text: "z@ab"),
        Rejection(source: #"\Bab"#, text: "@ab"),
        Rejection(source: #"ab\b"#, text: "@abc"),
        Rejection(source: #"ab\B"#, text: "@ab"),
        Rejection(source: "(?:(?<![a-z])|(?<=\\\\[bfnrt]))ab", text: "x@ab"),
        Rejection(source: #"k.*(?:(?<![a-z])|(?<=\\[nt]))[a-z]{5}(?![a-z])"#, text: "@k abcd abcdef next"),
        Rejection(source: "x.*(?<=ab)c", text: "@xbc ac abbc"),
        Rejection(source: "x.*(?<=[ab]{3}|cd)0", text: "@xab0 d0 cab0"),
        Rejection(source: "a{16}(?!a)", text: "@aaaaaaaaaaaaaaaaa"),
        Rejection(source: "a{16}(?![0-9]|bc)", text: "@aaaaaaaaaaaaaaaa1"),
        Rejection(source: "a{3}(?=[;,])", text: "@aaa"),
        Rejection(source: "a(?=b|$)", text: "@ac"),
        Rejection(source: "a(?=[^0-9]{0,40}[0-9]x{5})[a-z0-9]{2}", text: "@abc1xxxxyx"),
        Rejection(source: "a(?=b)(?=[^0-9]{0,40}[0-9]x)[a-z0-9]", text: "@ac1x"),
        Rejection(source: "a(?=bc)[a-z]{3}", text: "@abc1"),
        Rejection(source: "a(?=bc)[a-z]{3}", text: "@acbb"),
        Rejection(source: "(?:a|b(?=xyz))x", text: "@bxyx"),
        Rejection(source: "a(?![b-z])[a-z]", text: "@abb"),
        Rejection(source: "a[bc](?<!c)d", text: "@acd"),
        Rejection(source: "(a|b)c{2,3}d", text: "@bccccd"),
        Rejection(source: "a{0,16}b", text: "@aaaaaaaaaaaaaaaaab"),
        Rejection(source: "^a", text: "\n@a"),
        Rejection(source: "^a", options: .multiLine, text: "b@a"),
        Rejection(source: "a$", text: "@ab"),
        Rejection(source: #"a\z"#, text: "@a\n"),
        Rejection(source: "a b # c\n c", options: .extended, text: "@a bc"),
        Rejection(source: "key", options: .caseInsensitive, text: "@Kez"),
        Rejection(source: "(?i)key(?-i)x", text: "@KEYX"),
        Rejection(source: "a(?i:b)c", text: "@aBC"),
        Rejection(source: #"\Qa.b\E+c"#, text: "@axbc"),
        Rejection(source: #"\Qab\E+c"#, text: "@ababc"),
        Rejection(source: #"x(a)\1"#, text: "@xb"),
        Rejection(source: "(?s)a.{3}b", text: "@a\n\n\nc"),
        Rejection(source: "a.b", text: "@a\nb"),
        Rejection(source: #"a\R\Rb"#, text: "@a\rb"),
        Rejection(source: "(?>a+)b", text: "@aaac"),
        Rejection(source: "a*+b", text: "@aaac"),
        Rejection(source: "(?(?=a)ab|cd)z", text: "@cez"),
    ]
}
