import LiteralSearch
import Testing

@Suite struct ClassRunSearcherTests {
    private static let letters = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))

    private static func fast(_ runs: [ClassRun], _ text: [UInt8], _ starts: Range<Int>) -> [AnchorHit] {
        var hits: [AnchorHit] = []
        ClassRunSearcher(runs).search(text.span, starts: starts, into: &hits)
        return hits
    }

    private static func naive(_ runs: [ClassRun], _ text: [UInt8], _ starts: Range<Int>) -> [AnchorHit] {
        var hits: [AnchorHit] = []
        NaiveClassRunSearcher(runs).search(text.span, starts: starts, into: &hits)
        return hits
    }

    @Test(arguments: [true, false])
    func aTextThatCanBeReadByEye(isFast: Bool) {
        let search = isFast ? Self.fast : Self.naive
        let text = Array("ab.cde-fghi+jklmn op".utf8)
        let runs = [ClassRun(Self.letters, length: 3...4), ClassRun(Self.letters, length: 2...2)]
        #expect(
            search(runs, text, 0..<text.count) == [
                AnchorHit(index: 0, offset: 3, length: 3), AnchorHit(index: 0, offset: 7, length: 4),
                AnchorHit(index: 1, offset: 0, length: 2), AnchorHit(index: 1, offset: 18, length: 2),
            ])
    }

    @Test func everyShortTextAndEveryRangeOfStarts() {
        let runs = [2...2, 2...3, 3...5, 4...4, 6...9].map { ClassRun(Self.letters, length: $0) }
        let searcher = ClassRunSearcher(runs)
        var total = 0
        for count in 0...9 {
            for bits in 0..<(1 << count) {
                let text = (0..<count).map { UInt8(ascii: bits >> $0 & 1 == 1 ? "a" : ".") }
                for start in 0...count {
                    for end in start...count {
                        var hits: [AnchorHit] = []
                        searcher.search(text.span, starts: start..<end, into: &hits)
                        total += hits.count
                        let expected = Self.naive(runs, text, start..<end)
                        if hits != expected {
                            Issue.record(
                                "\(String(decoding: text, as: UTF8.self)) \(start..<end): \(hits), not \(expected)")
                        }
                    }
                }
            }
        }
        #expect(total > 10_000)
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func randomTexts(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text: [UInt8] = []
        while text.count < 600 {
            text += random.bytes(Int.random(in: 0...70, using: &random), of: Array("abc09+/".utf8))
            text += random.bytes(Int.random(in: 1...3, using: &random), of: Array(" \n=-".utf8) + [0, 0xFF])
        }
        let classes = [Self.letters, ByteSet(Array("abc09+/".utf8)), ByteSet([0xFF, 0, 0x30, 0x39, 0x2F])]
        let runs = classes.flatMap { members in
            (0..<3).map { _ in
                let shortest = Int.random(in: 2...45, using: &random)
                return ClassRun(members, length: shortest...shortest + Int.random(in: 0...20, using: &random))
            }
        }
        for _ in 0..<20 {
            let start = Int.random(in: 0...text.count, using: &random)
            let starts = start..<Int.random(in: start...text.count, using: &random)
            #expect(Self.fast(runs, text, starts) == Self.naive(runs, text, starts))
        }
    }

    /// A run of 40 is found at every place in a text, by every range of starts that holds its first byte, and by none
    /// that does not: ranges that meet find it exactly once.
    @Test func everyCutFindsARunOnce() {
        let runs = [ClassRun(Self.letters, length: 40...40)]
        let run = [UInt8](repeating: UInt8(ascii: "k"), count: 40)
        for offset in 0...60 {
            let text = [UInt8](repeating: 0x2E, count: offset) + run + [UInt8](repeating: 0x2E, count: 60 - offset)
            for cut in 0...text.count {
                let left = Self.fast(runs, text, 0..<cut)
                let right = Self.fast(runs, text, cut..<text.count)
                let expected = AnchorHit(index: 0, offset: offset, length: 40)
                if left + right != [expected] { Issue.record("run at \(offset), cut at \(cut): \(left) \(right)") }
                #expect(left.isEmpty == (cut <= offset))
            }
        }
    }

    @Test func aRunThatFillsTheTextAndOnesThatAreTooLong() {
        func text(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "k"), count: count) }
        let runs = [ClassRun(Self.letters, length: 40...44)]
        for count in 0...100 {
            let hits = Self.fast(runs, text(count), 0..<count)
            #expect(hits == ((40...44).contains(count) ? [AnchorHit(index: 0, offset: 0, length: count)] : []))
            #expect(Self.fast(runs, text(count), min(1, count)..<count).isEmpty)
        }
        let million = text(1_000_000)
        #expect(Self.fast(runs, million, 0..<million.count).isEmpty)
        let long = [ClassRun(Self.letters, length: 2...1_000_000)]
        let hit = AnchorHit(index: 0, offset: 1, length: 1_000_000)
        #expect(Self.fast(long, [0x2E] + million + [0x2E], 0..<5) == [hit])
    }
}
