import PCRE2
import Testing

/// One table of cases through every configuration.
@Suite struct MatchingTests {
    @Test(arguments: MatchCase.table, Configuration.all)
    func table(_ row: MatchCase, _ configuration: Configuration) throws {
        let pattern = try Pattern(row.source, options: row.options, jit: configuration.pattern)
        var matcher = try Matcher(jit: configuration.matcher)
        let outcome = matcher.firstMatch(
            of: pattern, in: row.subject.span, startingAt: row.start, lastStart: row.lastStart, anchored: row.anchored)

        #expect(outcome == (row.groups.isEmpty ? .noMatch : .match))
        for (group, range) in row.groups.enumerated() {
            #expect(matcher.range(ofGroup: group) == range, "group \(group)")
        }
        #expect(matcher.range(ofGroup: pattern.captureCount + 1) == nil)
        #expect(matcher.range(ofGroup: 1000) == nil)
    }

    @Test(arguments: Configuration.all)
    func aSearchWithoutMatchForgetsTheLastMatch(_ configuration: Configuration) throws {
        let pattern = try Pattern("(b)", jit: configuration.pattern)
        var matcher = try Matcher(jit: configuration.matcher)
        #expect(matcher.firstMatch(of: pattern, in: Array("ab".utf8).span) == .match)
        #expect(matcher.range(ofGroup: 1) == 1..<2)
        #expect(matcher.firstMatch(of: pattern, in: Array("aa".utf8).span) == .noMatch)
        #expect(matcher.range(ofGroup: 0) == nil)
        #expect(matcher.firstMatch(of: pattern, in: Array("ab".utf8).span, startingAt: 2, lastStart: 1) == .noMatch)
        #expect(matcher.range(ofGroup: 0) == nil)
    }

    @Test func oneMatcherServesPatternsOfDifferentShape() throws {
        let many = try Pattern(String(repeating: "(a)", count: Pattern.maximumCaptureCount))
        let none = try Pattern("a")
        var matcher = try Matcher()
        let subject = [UInt8](repeating: UInt8(ascii: "a"), count: 31)
        #expect(matcher.firstMatch(of: many, in: subject.span) == .match)
        #expect(matcher.range(ofGroup: 31) == 30..<31)
        #expect(matcher.firstMatch(of: none, in: subject.span) == .match)
        #expect(matcher.range(ofGroup: 0) == 0..<1)
        #expect(matcher.range(ofGroup: 1) == nil)
    }
}

struct MatchCase: Sendable, CustomTestStringConvertible {
    var name: String
    var source: String
    var options: Pattern.Options = []
    var subject: [UInt8]
    var start = 0
    var lastStart = Int.max
    var anchored = false
    /// The expected groups from 0; empty if there is no match.
    var groups: [Range<Int>?]

    var testDescription: String { name }

    init(
        _ name: String, _ source: String, _ options: Pattern.Options = [], in subject: String, from start: Int = 0,
        to lastStart: Int = .max, anchored: Bool = false, _ groups: [Range<Int>?]
    ) {
        self.init(
            name, source, options, in: Array(subject.utf8), from: start, to: lastStart, anchored: anchored, groups)
    }

    init(
        _ name: String, _ source: String, _ options: Pattern.Options = [], in subject: [UInt8], from start: Int = 0,
        to lastStart: Int = .max, anchored: Bool = false, _ groups: [Range<Int>?]
    ) {
        self.name = name
        self.source = source
        self.options = options
        self.subject = subject
        self.start = start
        self.lastStart = lastStart
        self.anchored = anchored
        self.groups = groups
    }

    static let table: [MatchCase] = [
        MatchCase("literal", "AKIA", in: "xxAKIAxx", [2..<6]),
        MatchCase("no match", "AKIA", in: "xxAKIxx", []),
        MatchCase("groups", "(k)=(v)", in: " k=v", [1..<4, 1..<2, 3..<4]),
        MatchCase("unset group in the middle", "(a)|(b)|(c)", in: "b", [0..<1, nil, 0..<1, nil]),
        MatchCase("unset group at the end", "(a)(b)?", in: "a", [0..<1, 0..<1, nil]),
        MatchCase("empty group", "a()b", in: "ab", [0..<2, 1..<1]),
        MatchCase("named group", "(?<id>[0-9]+)", in: "id 42", [3..<5, 3..<5]),
        MatchCase("backreference", #"(["'])x\1"#, in: #"'x" "x""#, [4..<7, 4..<5]),

        MatchCase("empty subject, empty match", "^$", in: "", [0..<0]),
        MatchCase("empty subject, no match", "a", in: "", []),
        MatchCase("empty subject, lookbehind", "(?<!a)", in: "", [0..<0]),
        MatchCase("empty pattern", "", in: "ab", from: 1, [1..<1]),
        MatchCase("empty pattern at the end", "", in: "ab", from: 2, [2..<2]),
        MatchCase("start at the end, no match", "a", in: "aa", from: 2, []),

        MatchCase("lookbehind sees before the start", "(?<=x)a", in: "xa", from: 1, [1..<2]),
        MatchCase("negative lookbehind sees before the start", "(?<!x)a", in: "xa", from: 1, []),
        MatchCase("negative lookbehind at the edge of the window", "(?<!x)a", in: "a", [0..<1]),
        MatchCase("positive lookbehind at the edge of the window", "(?<=x)a", in: "a", []),
        MatchCase("lookbehind longer than the window before it", "(?<=xyz)a", in: "yza", []),
        MatchCase("word boundary sees before the start", #"\ba"#, in: "xa", from: 1, []),
        MatchCase("lookahead at the end of the window", "a(?![a-z])", in: "ba", [1..<2]),
        MatchCase("lookahead past the last start", "a(?=bcd)", in: "abcd", to: 0, [0..<1]),
        MatchCase("caret is the subject's start, not the search's", "^a", in: "aa", from: 1, []),

        MatchCase("last start on the match", "b", in: "aab", to: 2, [2..<3]),
        MatchCase("last start one before the match", "b", in: "aab", to: 1, []),
        MatchCase("last start before the start", "b", in: "bbb", from: 2, to: 1, []),
        MatchCase("last start negative", "b", in: "bbb", to: -1, []),
        MatchCase("last start equals the start", "b", in: "bbb", from: 1, to: 1, [1..<2]),
        MatchCase("last start at the end allows an empty match", "$", in: "ab", to: 2, [2..<2]),
        MatchCase("last start just before the end", "$", in: "ab", to: 1, []),
        MatchCase("last start past the end", "b", in: "ab", to: 99, [1..<2]),
        MatchCase("match may end past the last start", "a+", in: "xaaaa", to: 1, [1..<5]),
        MatchCase("last start and a required last byte", "[a-c]+z", in: "abcabcz", to: 0, [0..<7]),
        MatchCase("last start and an implicit anchor", ".*z", [.dotMatchesNewline], in: "abz", from: 1, to: 1, [1..<3]),

        MatchCase("anchored match", "a", in: "ba", from: 1, anchored: true, [1..<2]),
        MatchCase("anchored no match", "a", in: "ba", anchored: true, []),
        MatchCase("anchored, second alternative", "b|ba", in: "aba", from: 1, anchored: true, [1..<2]),
        MatchCase("anchored after the last start", "a", in: "aa", from: 1, to: 0, anchored: true, []),
        MatchCase("anchored empty at the end", "", in: "ab", from: 2, anchored: true, [2..<2]),

        MatchCase("NUL in the subject", #"a\x00b"#, in: [0, 97, 0, 98], [1..<4]),
        MatchCase("NUL in the source", "a\0b", in: [0, 97, 0, 98], [1..<4]),
        MatchCase("dot matches NUL and CR", "^...$", in: [0, 13, 255], [0..<3]),
        MatchCase("not UTF-8", #"[\x80-\xff]+"#, in: [0x61, 0xC3, 0x28, 0xFF, 0xFE], [1..<2]),
        MatchCase("half a UTF-8 character before the match", "key", in: [0xC3, 0x6B, 0x65, 0x79, 0x80], [1..<4]),
        MatchCase("source is its UTF-8 bytes", "é", in: [0xC3, 0xA9], [0..<2]),
        MatchCase("dot is one byte", "^.$", in: [0xC3, 0xA9], []),
        MatchCase("surrogate bytes", #"\xED\xA0\x80"#, in: [0xED, 0xA0, 0x80], [0..<3]),

        MatchCase("caseless ASCII", "aKiA", [.caseInsensitive], in: "AkIa", [0..<4]),
        MatchCase("caseless high byte", #"\xe9"#, [.caseInsensitive], in: [0xC9], []),
        MatchCase("caseless high class", #"[\xe0-\xfe]"#, [.caseInsensitive], in: [0xC9], []),
        MatchCase("caseless k is not the Kelvin sign", "k", [.caseInsensitive], in: "\u{212A}", []),
        MatchCase("high bytes are not word bytes", #"\w"#, in: [0xE9, 0xAA, 0xB5], []),
        MatchCase("high bytes are not space", #"\s"#, in: [0x85, 0xA0], []),

        MatchCase("newline is LF", "(?m)^b", in: "a\rb", []),
        MatchCase("LF is a newline", "^b", [.multiLine], in: "a\nb", [2..<3]),
        MatchCase("dot stops at LF", "a.b", in: "a\nb", []),
        MatchCase("dot passes LF if asked", "a.b", [.dotMatchesNewline], in: "a\nb", [0..<3]),
        MatchCase(#"\R is CRLF, CR or LF"#, #"a\R\R\Rb"#, in: "a\r\n\r\nb", []),
        MatchCase(#"\R takes CRLF whole"#, #"a\Rb"#, in: "a\r\nb", [0..<4]),
        MatchCase(#"\R is not NEL"#, #"\R"#, in: [0x85, 0x0B, 0x0C], []),
        MatchCase("extended", "a b # c\n c", [.extended], in: "abc", [0..<3]),
        MatchCase("possessive", "a++a", in: "aaaa", []),
        MatchCase("PCRE2 issue 336", "(1|)b*1", in: "1", [0..<1, 0..<0]),
        MatchCase("PCRE2 issue 347", "(?>.+?)$", in: "ab", [1..<2]),
        MatchCase("a required last byte that is the first", "(?=a)[^a]*+a{1,3}", in: "ba", [1..<2]),
        MatchCase("atomic group is not entered again", "(?>.+|a)(?>.)", in: "aab", []),
        MatchCase("conditional", "(<)?a(?(1)>)", in: "<a>", [0..<3, 0..<1]),
    ]
}
