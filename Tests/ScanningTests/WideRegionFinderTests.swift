import Testing

@testable import Scanning

@Suite struct WideRegionFinderTests {
    /// The same definition, byte by byte: a stretch begins at a letter with a zero behind it that belongs to no stretch
    /// before; it is of width 4 where three zeros follow its first letter.
    private static func naive(_ text: [UInt8]) -> [WideRegionFinder.Region] {
        func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }
        func isLetter(_ index: Int) -> Bool {
            byte(index).map { (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) } ?? false
        }
        var regions: [WideRegionFinder.Region] = []
        var next = 0
        for start in text.indices where start >= next && isLetter(start) && byte(start + 1) == 0 {
            let width = byte(start + 2) == 0 && byte(start + 3) == 0 ? 4 : 2
            var count = 1
            while (1..<width).allSatisfy({ byte(start + (count - 1) * width + $0) == 0 }),
                isLetter(start + count * width)
            {
                count += 1
            }
            next = start + (count - 1) * width + 1
            if count >= 8 { regions.append(.init(firstLetter: start, letterCount: count, width: width)) }
        }
        return regions
    }

    private static func find(_ text: [UInt8]) -> [WideRegionFinder.Region] {
        var regions: [WideRegionFinder.Region] = []
        WideRegionFinder.find(in: text.span, into: &regions)
        return regions
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func randomMixtures(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let width = [1, 2, 2, 4].randomElement(using: &random) ?? 1
            for letter in random.bytes(Int.random(in: 0...20, using: &random), of: Array("ab~ \n".utf8) + [0x80, 0x1F])
            {
                text += [letter] + [UInt8](repeating: 0, count: width - 1)
            }
            text += [UInt8](repeating: 0, count: Int.random(in: 0...3, using: &random))
        }
        #expect(Self.find(text) == Self.naive(text))
    }

    @Test func everyLengthAndWidthAndAlignment() {
        for width in [2, 4] {
            for before in 0...5 {
                for count in 0...12 {
                    for isBigEndian in [false, true] {
                        let zeros = [UInt8](repeating: 0, count: width - 1)
                        let letter: [UInt8] = isBigEndian ? zeros + [0x6B] : [0x6B] + zeros
                        let letters = [[UInt8]](repeating: letter, count: count).flatMap { $0 }
                        let text = [UInt8](repeating: 0xFF, count: before) + letters + [0xFF, 0xFF, 0xFF, 0xFF]
                        let found = Self.find(text)
                        let first = before + (isBigEndian ? width - 1 : 0)
                        // The last letter of a big-endian stretch has no zeros behind it, and counts.
                        let expected = WideRegionFinder.Region(firstLetter: first, letterCount: count, width: width)
                        #expect(found == (count >= 8 ? [expected] : []))
                    }
                }
            }
        }
    }

    @Test func aLoneZeroFarOutIsNoRegion() {
        var text = [UInt8](repeating: 0x6B, count: 10_000)
        #expect(Self.find(text).isEmpty)
        text[9_998] = 0
        #expect(Self.find(text).isEmpty)
        for index in stride(from: 9_001, to: 9_101, by: 2) { text[index] = 0 }
        #expect(Self.find(text) == [.init(firstLetter: 9_000, letterCount: 51, width: 2)])
    }
}
