import Findings
import Testing

@testable import Scanning

@Suite struct TextCursorTests {
    /// Pieces that a text can have on a line, and ways to end one.
    private static func text(_ random: inout SeededGenerator, lineEnds: [String]) -> [UInt8] {
        let pieces: [[UInt8]] = ["a", "é", "€", "😀", "word", "\t", "x😀y"].map { Array($0.utf8) }
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 5...40, using: &random) {
            text += Bool.random(using: &random) ? pieces.randomElement(using: &random) ?? [] : []
            if Int.random(in: 0..<4, using: &random) == 0 {
                text += Array((lineEnds.randomElement(using: &random) ?? "").utf8)
            }
        }
        return text + Array("end".utf8)
    }

    /// Starts of scalars that are no line end: where a secret can begin.
    private static func places(in text: [UInt8]) -> [Int] {
        text.indices.filter { text[$0] != 0x0A && text[$0] != 0x0D && text[$0] & 0xC0 != 0x80 }
    }

    private static func expectLocations(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        for place in Self.places(in: text) {
            var locator = Locator(at: 0)
            let found = TextCursor().point(at: locator.places(of: place..<place + 1, in: text.span).start)
            let expected = NaivePlace.point(of: place, in: text)
            if found != expected {
                Issue.record("at \(place) of \(text): \(found), not \(expected)", sourceLocation: sourceLocation)
                return
            }
        }
    }

    @Test func linesAndColumnsOfAKnownText() {
        let text = Array("a\né😀k\r\n\r\nlast".utf8)
        var cursor = TextCursor()
        cursor.advance(over: TextStretch(text.span.extracting(0..<8)))
        #expect(cursor.point(before: text[8]) == Location.Point(line: 2, column: 7, utf16Column: 4))
        cursor.advance(over: TextStretch(text.span.extracting(8..<text.count)))
        #expect(cursor.point(before: nil) == Location.Point(line: 4, column: 5, utf16Column: 5))
        #expect(cursor.offset == text.count)
    }

    @Test(arguments: [["\n"], ["\r\n"], ["\n", "\r\n", "\n\n"]], 0..<30 as Range<UInt64>)
    func linesThatEndWithLFOrCRLF(lineEnds: [String], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        Self.expectLocations(Self.text(&random, lineEnds: lineEnds))
    }

    /// A secret that follows a lone CR directly is on the next line.
    @Test(arguments: [["\r"], ["\r", "\n", "\r\n"], ["\r\r"]], 0..<30 as Range<UInt64>)
    func linesThatEndWithLoneCR(lineEnds: [String], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        Self.expectLocations(Self.text(&random, lineEnds: lineEnds))
    }

    @Test func theFirstLineEndDecidesWhatALoneCRMeans() {
        Self.expectLocations(Array("a\rb\rc".utf8))
        Self.expectLocations(Array("a\nb\rc\rd".utf8))
        Self.expectLocations(Array("a\r\nb\rc\rd".utf8))
        Self.expectLocations(Array("\r\n\rb".utf8))
        Self.expectLocations(Array("\rb\r\nc\nd".utf8))
    }

    /// "A byte that is not UTF-8 counts as one unit": Latin-1 and CP1252 letters, bytes that no UTF-8 has.
    @Test(arguments: [[0xE9], [0x93], [0x80, 0x80], [0xFF, 0xFE], [0xF8], [0xC3]] as [[UInt8]])
    func bytesThatAreNotUTF8(bytes: [UInt8]) {
        Self.expectLocations(Array("x ".utf8) + bytes + Array(" k".utf8))
    }

    /// Where the text is cut makes no difference, for every cut and every pair of cuts.
    @Test(arguments: [["\n"], ["\r\n"], ["\r"], ["\r", "\n", "\r\n"]], 0..<8 as Range<UInt64>)
    func anyCutGivesTheSame(lineEnds: [String], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = Self.text(&random, lineEnds: lineEnds)
        var whole = TextCursor()
        whole.advance(over: TextStretch(text.span))
        for first in 0...text.count {
            for second in first...text.count {
                var cursor = TextCursor()
                cursor.advance(over: TextStretch(text.span.extracting(0..<first)))
                cursor.advance(over: TextStretch(text.span.extracting(first..<second)))
                cursor.advance(over: TextStretch(text.span.extracting(second..<text.count)))
                if cursor.point(before: nil) != whole.point(before: nil) || cursor.offset != whole.offset {
                    Issue.record("cut at \(first) and \(second) of \(text)")
                    return
                }
            }
        }
    }

    @Test func aHoleCountsAsItsZeros() {
        for text in ["a", "a\n", "a\r", "a\rb", "a\rb\r", "a\r\n", ""].map({ Array($0.utf8) }) {
            var (over, through) = (TextCursor(), TextCursor())
            over.advance(over: TextStretch(text.span))
            over.advance(over: TextStretch(zeros: 700))
            through.advance(over: TextStretch(text.span))
            through.advance(over: TextStretch([UInt8](repeating: 0, count: 700).span))
            #expect(over.point(before: nil) == through.point(before: nil) && over.offset == through.offset)
        }
    }
}

extension TextCursor {
    /// The place of the cursor, with the byte behind it; `nil` at the end of the text.
    fileprivate func point(before next: UInt8?) -> Location.Point {
        point(at: RelativePlace(way: TextStretch(), isBeforeFeed: next == 0x0A))
    }
}
