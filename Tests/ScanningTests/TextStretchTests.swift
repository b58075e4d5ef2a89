import Findings
import Testing

@testable import Scanning

/// Lines and columns do not depend on which stretches of a text are counted by themselves, nor on how these are put
/// together.
@Suite struct TextStretchTests {
    private static let alphabets: [[UInt8]] = [
        [0x61, 0x0A], [0x61, 0x0D, 0x0A], [0x61, 0x0D], [0x0D, 0x0A], [0x61, 0x62, 0x63],
        // Pieces of UTF-8, of which few are whole.
        [0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80],
        [0x80, 0xBF, 0x90, 0x9F, 0xE0, 0xED, 0xF0, 0xF4, 0xC2, 0xFF, 0x61],
        [0x80, 0xBF, 0xF0, 0x90, 0x0A], [0x80, 0xBF, 0xE2, 0x82, 0x0D], [0x80, 0xF0, 0x9F, 0x0D, 0x0A],
    ]

    private static func text(_ random: inout SeededGenerator, alphabet: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        let count = Int.random(in: 1...24, using: &random)
        while text.count < count {
            let piece = Int.random(in: 0..<5, using: &random) == 0 ? Array("é😀€".utf8) : []
            text += alphabet.contains(0xF0) ? piece : []
            text.append(alphabet.randomElement(using: &random) ?? 0)
        }
        return text
    }

    /// The stretch of a range, put together of random parts in a random order.
    private static func stretch(
        _ text: Span<UInt8>, _ random: inout SeededGenerator, depth: Int = 0
    ) -> TextStretch {
        guard text.count > 1, depth < 6, Int.random(in: 0..<5, using: &random) > 0 else { return TextStretch(text) }
        let cut = Int.random(in: 0...text.count, using: &random)
        var left = stretch(text.extracting(0..<cut), &random, depth: depth + 1)
        left.append(stretch(text.extracting(cut..<text.count), &random, depth: depth + 1))
        return left
    }

    @Test(arguments: alphabets, 0..<40 as Range<UInt64>)
    func anyWayToPutItTogether(alphabet: [UInt8], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let text = Self.text(&random, alphabet: alphabet)
            for offset in 0...text.count {
                let way = Self.stretch(text.span.extracting(0..<offset), &random)
                let isBeforeFeed = offset < text.count && text[offset] == 0x0A
                let point = TextCursor().point(at: RelativePlace(way: way, isBeforeFeed: isBeforeFeed))
                let expected = NaivePlace.point(ofAny: offset, in: text)
                if point != expected || way.count != offset {
                    Issue.record("at \(offset) of \(text): \(point), not \(expected)")
                    return
                }
            }
        }
    }

    /// Every text of up to six bytes, at every cut.
    @Test func everyShortTextAtEveryCut() {
        let alphabet: [UInt8] = [0x61, 0x0A, 0x0D, 0x80, 0xE2]
        for length in 1...6 {
            for number in 0..<(0..<length).reduce(1, { product, _ in product * alphabet.count }) {
                var (rest, text) = (number, [UInt8]())
                for _ in 0..<length {
                    text.append(alphabet[rest % alphabet.count])
                    rest /= alphabet.count
                }
                let expected = NaivePlace.point(ofAny: length, in: text)
                for cut in 0...length {
                    var way = TextStretch(text.span.extracting(0..<cut))
                    way.append(TextStretch(text.span.extracting(cut..<length)))
                    let point = TextCursor().point(at: RelativePlace(way: way, isBeforeFeed: false))
                    if point != expected {
                        Issue.record("\(text) cut at \(cut): \(point), not \(expected)")
                        return
                    }
                }
            }
        }
    }

    @Test func countsOfLongStretches() {
        var random = SeededGenerator(seed: 3)
        for size in [0, 1, 239, 240, 241, 480, 5_000, 100_003] {
            let text = (0..<size).map { _ in [0x0A, 0x0D, 0x61].randomElement(using: &random) ?? 0 as UInt8 }
            let feeds = LineEndCounter.feeds(in: text.span)
            #expect(feeds.count == text.count { $0 == 0x0A })
            #expect(feeds.last == text.lastIndex(of: 0x0A))
            let lone = zip(text, text.dropFirst()).count { $0 == 0x0D && $1 != 0x0A }
            #expect(LineEndCounter.loneReturns(in: text.span) == lone)
        }
    }
}
