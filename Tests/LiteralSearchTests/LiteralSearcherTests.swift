import LiteralSearch
import Testing

@Suite struct LiteralSearcherTests {
    private static func fast(_ literals: [Literal], _ text: [UInt8], _ starts: Range<Int>) -> [AnchorHit] {
        var hits: [AnchorHit] = []
        LiteralSearcher(literals).search(text.span, starts: starts, into: &hits)
        return hits
    }

    private static func naive(_ literals: [Literal], _ text: [UInt8], _ starts: Range<Int>) -> [AnchorHit] {
        var hits: [AnchorHit] = []
        NaiveLiteralSearcher(literals).search(text.span, starts: starts, into: &hits)
        return hits
    }

    private static func literal(_ text: String, ignoresCase: Bool = false) -> Literal {
        Literal(Array(text.utf8), ignoresCase: ignoresCase)
    }

    /// All texts over `alphabet` of exactly `count` bytes.
    private static func texts(_ alphabet: [UInt8], count: Int) -> [[UInt8]] {
        (0..<count).reduce([[]]) { texts, _ in texts.flatMap { text in alphabet.map { text + [$0] } } }
    }

    private static func subranges(_ count: Int) -> [Range<Int>] {
        (0...count).flatMap { start in (start...count).map { start..<$0 } }
    }

    /// The oracle has an oracle too: what it finds in a text that a person can check.
    @Test(arguments: [true, false])
    func aTextThatCanBeReadByEye(isFast: Bool) {
        let literals = [Self.literal("abc"), Self.literal("ABCD", ignoresCase: true), Self.literal("bcd")]
        let text = Array("abcdAbCDxabc".utf8)
        let hits = (isFast ? Self.fast : Self.naive)(literals, text, 0..<text.count)
        #expect(
            hits == [
                AnchorHit(index: 0, offset: 0, length: 3), AnchorHit(index: 1, offset: 0, length: 4),
                AnchorHit(index: 2, offset: 1, length: 3), AnchorHit(index: 1, offset: 4, length: 4),
                AnchorHit(index: 0, offset: 9, length: 3),
            ])
    }

    @Test func everyShortTextAndEveryRangeOfStarts() {
        let literals = ["aaa", "aab", "bab", "abba", "babab"].map { Self.literal($0) }
        let searcher = LiteralSearcher(literals)
        var total = 0
        for count in 0...7 {
            for text in Self.texts(Array("ab".utf8), count: count) {
                for starts in Self.subranges(count) {
                    var hits: [AnchorHit] = []
                    searcher.search(text.span, starts: starts, into: &hits)
                    total += hits.count
                    let expected = Self.naive(literals, text, starts)
                    if hits != expected {
                        Issue.record("\(String(decoding: text, as: UTF8.self)) \(starts): \(hits), not \(expected)")
                    }
                }
            }
        }
        #expect(total > 5_000)
    }

    @Test func everyCaseOfEveryLetter() {
        let literals = [
            Self.literal("aZ@", ignoresCase: true), Self.literal("aZ@"), Self.literal("[z`", ignoresCase: true),
            Literal([0xC1, 0x5A, 0xE1], ignoresCase: true),
        ]
        // The neighbours of the letters, and bytes that differ from a letter or each other by the case bit only.
        let alphabet: [UInt8] = Array("aAzZ@`[{".utf8) + [0xC1, 0xE1]
        var total = 0
        for text in Self.texts(alphabet, count: 3) {
            let hits = Self.fast(literals, text, 0..<3)
            total += hits.count
            #expect(hits == Self.naive(literals, text, 0..<3))
        }
        // 2 × 2 spellings of the first, one of the second, two of the third (brackets have no case), two of the last.
        #expect(total == 4 + 1 + 2 + 2)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func randomTextsAndLiterals(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [UInt8] =
            switch seed % 3 {
            case 0: Array("abAB".utf8)
            case 1: Array("aZ_09".utf8) + [0x00, 0x80, 0xFF]
            default: Array(0...255)
            }
        var text = random.bytes(Int.random(in: 0...400, using: &random), of: alphabet)
        var literals: [Literal] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            var bytes = random.bytes(Int.random(in: 3...12, using: &random), of: alphabet)
            if Bool.random(using: &random), text.count >= bytes.count {
                let offset = Int.random(in: 0...text.count - bytes.count, using: &random)
                bytes = Array(text[offset..<offset + bytes.count])
            }
            // A hash value with several literals: the same first bytes, another end.
            if let last = literals.last, Bool.random(using: &random) { bytes = last.bytes.prefix(3) + bytes }
            literals.append(Literal(bytes, ignoresCase: Bool.random(using: &random)))
        }
        if let last = literals.last, Bool.random(using: &random) { text += last.bytes }
        if let first = literals.first, Bool.random(using: &random) { text = first.bytes + text }
        for _ in 0..<20 {
            let start = Int.random(in: 0...text.count, using: &random)
            let starts = start..<Int.random(in: start...text.count, using: &random)
            let expected = Self.naive(literals, text, starts)
            #expect(Self.fast(literals, text, starts) == expected)
        }
        #expect(Self.fast(literals, text, 0..<text.count) == Self.naive(literals, text, 0..<text.count))
    }

    @Test func hitsAtBothEnds() {
        let literals = [Self.literal("head"), Self.literal("tail"), Self.literal("ail")]
        let text = Array("head-tail".utf8)
        #expect(Self.fast(literals, text, 0..<9).map(\.offset) == [0, 5, 6])
        // A literal may end behind the starts, and must not begin before them.
        #expect(Self.fast(literals, text, 0..<1).map(\.offset) == [0])
        #expect(Self.fast(literals, text, 1..<6).map(\.offset) == [5])
        #expect(Self.fast(literals, text, 7..<9).isEmpty)
        #expect(Self.fast(literals, Array("hea".utf8), 0..<3).isEmpty)
    }

    @Test func theLongestLiteralIsKnown() {
        #expect(LiteralSearcher([]).longest == 0)
        #expect(LiteralSearcher([Self.literal("abc"), Self.literal("abcdefg")]).longest == 7)
        #expect(Self.fast([], Array("abc".utf8), 0..<3).isEmpty)
    }

    @Test func hitsAreAppended() {
        var hits = [AnchorHit(index: 9, offset: 9, length: 9)]
        LiteralSearcher([Self.literal("abc")]).search(Array("abc".utf8).span, starts: 0..<3, into: &hits)
        #expect(hits.map(\.index) == [9, 0])
    }
}
