import LiteralSearch
import Testing

@Suite struct LiteralSearcherTests {
    private static func fast(
        _ literals: [Literal], _ text: [UInt8], _ starts: Range<Int>, _ kernel: Kernel = .best
    ) -> [LiteralHit] {
        all(LiteralSearcher(literals, kernel: kernel), text, starts)
    }

    private static func all(_ searcher: LiteralSearcher, _ text: [UInt8], _ starts: Range<Int>) -> [LiteralHit] {
        Hits.all(startingAt: starts.lowerBound) { position, hits in
            searcher.search(text.span, starts: starts, from: &position, into: &hits)
        }
    }

    private static func naive(_ literals: [Literal], _ text: [UInt8], _ starts: Range<Int>) -> [LiteralHit] {
        let searcher = NaiveLiteralSearcher(literals)
        return Hits.all(startingAt: starts.lowerBound) { position, hits in
            searcher.search(text.span, starts: starts, from: &position, into: &hits)
        }
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
    @Test(arguments: Kernel.supported.map(Optional.some) + [nil])
    func aTextThatCanBeReadByEye(kernel: Kernel?) {
        let literals = [Self.literal("abc"), Self.literal("ABCD", ignoresCase: true), Self.literal("bcd")]
        let text = Array("abcdAbCDxabc".utf8)
        let all = 0..<text.count
        let hits = kernel.map { Self.fast(literals, text, all, $0) } ?? Self.naive(literals, text, all)
        #expect(
            hits == [
                LiteralHit(index: 0, offset: 0), LiteralHit(index: 1, offset: 0),
                LiteralHit(index: 2, offset: 1), LiteralHit(index: 1, offset: 4),
                LiteralHit(index: 0, offset: 9),
            ])
    }

    @Test(arguments: Kernel.supported)
    func everyShortTextAndEveryRangeOfStarts(kernel: Kernel) {
        let literals = ["aaa", "aab", "bab", "abba", "babab"].map { Self.literal($0) }
        let searcher = LiteralSearcher(literals, kernel: kernel)
        var total = 0
        for count in 0...7 {
            for text in Self.texts(Array("ab".utf8), count: count) {
                for starts in Self.subranges(count) {
                    let hits = Self.all(searcher, text, starts)
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

    @Test(arguments: Kernel.supported)
    func everyCaseOfEveryLetter(kernel: Kernel) {
        let literals = [
            Self.literal("aZ@", ignoresCase: true), Self.literal("aZ@"), Self.literal("[z`", ignoresCase: true),
            Literal([0xC1, 0x5A, 0xE1], ignoresCase: true),
        ]
        // The neighbours of the letters, and bytes that differ from a letter or each other by the case bit only.
        let alphabet: [UInt8] = Array("aAzZ@`[{".utf8) + [0xC1, 0xE1]
        var total = 0
        for text in Self.texts(alphabet, count: 3) {
            let hits = Self.fast(literals, text, 0..<3, kernel)
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
            for kernel in Kernel.supported { #expect(Self.fast(literals, text, starts, kernel) == expected) }
        }
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

    /// As many literals as fill several planes of the filter, in a text of several blocks that is full of them.
    @Test(arguments: Kernel.supported)
    func manyLiteralsInALongText(kernel: Kernel) {
        var random = SeededGenerator(seed: 11)
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDE_-0123456789".utf8)
        let literals = (0..<700).map { number in
            Literal(
                random.bytes(Int.random(in: 3...14, using: &random), of: letters),
                ignoresCase: number.isMultiple(of: 3))
        }
        var text: [UInt8] = []
        while text.count < 9_000 {
            text += random.bytes(Int.random(in: 0...40, using: &random), of: letters + [0x20, 0x0A])
            text += literals[Int.random(in: 0..<literals.count, using: &random)].bytes
        }
        for starts in [0..<text.count, 17..<1_041, 1_024..<2_048, 5_000..<text.count - 1] {
            let expected = Self.naive(literals, text, starts)
            #expect(expected.count > starts.count / 50)
            #expect(Self.fast(literals, text, starts, kernel) == expected)
        }
    }

    /// A literal at every offset of a text, with nothing around it, found from every block and edge of a kernel.
    @Test(arguments: Kernel.supported)
    func oneLiteralAtEveryOffset(kernel: Kernel) {
        let literals = [Self.literal("needle-in-hay"), Self.literal("nee"), Self.literal("DLE-IN", ignoresCase: true)]
        let searcher = LiteralSearcher(literals, kernel: kernel)
        for offset in 0..<1_300 {
            let blanks = [UInt8](repeating: 0x20, count: 1_300 - offset)
            let text = [UInt8](repeating: 0x20, count: offset) + literals[0].bytes + blanks
            let hits = Self.all(searcher, text, 0..<text.count)
            let expected = [(0, 0), (1, 0), (2, 3)].map { LiteralHit(index: $0.0, offset: offset + $0.1) }
            if hits != expected { Issue.record("at \(offset): \(hits)") }
        }
    }

    /// Many hits at every place: more than there is room for at once.
    @Test(arguments: Kernel.supported)
    func hitsEverywhere(kernel: Kernel) {
        let literals = (3...12).map { Literal([UInt8](repeating: 0x61, count: $0), ignoresCase: $0.isMultiple(of: 2)) }
        let text = [UInt8](repeating: 0x61, count: 5_000)
        let hits = Self.fast(literals, text, 0..<text.count, kernel)
        #expect(hits.count == literals.reduce(0) { $0 + text.count - $1.bytes.count + 1 })
        #expect(hits == Self.naive(literals, text, 0..<text.count))
    }
}
