import LiteralSearch
import Testing

@Suite struct ClassRunSearcherTests {
    private static let letters = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))

    private static func fast(
        _ runs: [ClassRun], _ text: [UInt8], _ starts: Range<Int>, _ kernel: Kernel = .best
    ) -> [ClassRunHit] {
        all(ClassRunSearcher(runs, kernel: kernel), text, starts)
    }

    private static func all(_ searcher: ClassRunSearcher, _ text: [UInt8], _ starts: Range<Int>) -> [ClassRunHit] {
        var hits = ClassRunHits()
        searcher.search(text.span, starts: starts, into: &hits)
        return hits.found.sorted { ($0.index, $0.range.lowerBound) < ($1.index, $1.range.lowerBound) }
    }

    private static func naive(_ runs: [ClassRun], _ text: [UInt8], _ starts: Range<Int>) -> [ClassRunHit] {
        var hits = ClassRunHits()
        NaiveClassRunSearcher(runs).search(text.span, starts: starts, into: &hits)
        return hits.found
    }

    @Test(arguments: Kernel.supported.map(Optional.some) + [nil])
    func aTextThatCanBeReadByEye(kernel: Kernel?) {
        let text = Array("ab.cde-fghi+jklmn op".utf8)
        let runs = [ClassRun(Self.letters, length: 3...4), ClassRun(Self.letters, length: 2...2)]
        #expect(
            (kernel.map { Self.fast(runs, text, 0..<text.count, $0) } ?? Self.naive(runs, text, 0..<text.count)) == [
                ClassRunHit(index: 0, range: 3..<3 + 3), ClassRunHit(index: 0, range: 7..<7 + 4),
                ClassRunHit(index: 1, range: 0..<0 + 2), ClassRunHit(index: 1, range: 18..<18 + 2),
            ])
    }

    @Test(arguments: Kernel.supported)
    func everyShortTextAndEveryRangeOfStarts(kernel: Kernel) {
        let runs = [2...2, 2...3, 3...5, 4...4, 6...9].map { ClassRun(Self.letters, length: $0) }
        let searcher = ClassRunSearcher(runs, kernel: kernel)
        var total = 0
        for count in 0...9 {
            for bits in 0..<(1 << count) {
                let text = (0..<count).map { UInt8(ascii: bits >> $0 & 1 == 1 ? "a" : ".") }
                for start in 0...count {
                    for end in start...count {
                        let hits = Self.all(searcher, text, start..<end)
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
            let expected = Self.naive(runs, text, starts)
            for kernel in Kernel.supported { #expect(Self.fast(runs, text, starts, kernel) == expected) }
        }
    }

    /// A run of 40 is found at every place in a text, by every range of starts that holds its first byte, and by none
    /// that does not: ranges that meet find it exactly once.
    @Test(arguments: Kernel.supported)
    func everyCutFindsARunOnce(kernel: Kernel) {
        let runs = [ClassRun(Self.letters, length: 40...40)]
        let run = [UInt8](repeating: UInt8(ascii: "k"), count: 40)
        for offset in 0...60 {
            let text = [UInt8](repeating: 0x2E, count: offset) + run + [UInt8](repeating: 0x2E, count: 60 - offset)
            for cut in 0...text.count {
                let left = Self.fast(runs, text, 0..<cut, kernel)
                let right = Self.fast(runs, text, cut..<text.count, kernel)
                let expected = ClassRunHit(index: 0, range: offset..<offset + 40)
                if left + right != [expected] { Issue.record("run at \(offset), cut at \(cut): \(left) \(right)") }
                #expect(left.isEmpty == (cut <= offset))
            }
        }
    }

    @Test(arguments: Kernel.supported)
    func aRunThatFillsTheTextAndOnesThatAreTooLong(kernel: Kernel) {
        func text(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "k"), count: count) }
        let runs = [ClassRun(Self.letters, length: 40...44)]
        for count in 0...100 {
            let hits = Self.fast(runs, text(count), 0..<count, kernel)
            #expect(hits == ((40...44).contains(count) ? [ClassRunHit(index: 0, range: 0..<0 + count)] : []))
            #expect(Self.fast(runs, text(count), min(1, count)..<count, kernel).isEmpty)
        }
        let million = text(1_000_000)
        #expect(Self.fast(runs, million, 0..<million.count, kernel).isEmpty)
        let long = [ClassRun(Self.letters, length: 2...1_000_000)]
        let hit = ClassRunHit(index: 0, range: 1..<1 + 1_000_000)
        #expect(Self.fast(long, [0x2E] + million + [0x2E], 0..<5, kernel) == [hit])
    }

    /// More classes than one walk tells apart, one of them of bytes that are not ASCII.
    @Test(arguments: Kernel.supported)
    func manyClasses(kernel: Kernel) {
        var random = SeededGenerator(seed: 5)
        let classes = (0..<11).map { number in
            ByteSet(number == 3 ? Array(0x80...0xFF) : random.bytes(20, of: Array(0x20...0x7E)))
        }
        let runs = classes.enumerated().map { ClassRun($1, length: 2 + $0 % 4...9) }
        let text = random.bytes(3_000, of: Array(0x20...0x7E) + Array(0x80...0xFF))
        let expected = Self.naive(runs, text, 100..<2_900)
        #expect(Set(expected.map(\.index)).count > 5)
        #expect(Self.fast(runs, text, 100..<2_900, kernel) == expected)
    }
}
