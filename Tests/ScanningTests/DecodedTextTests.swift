import Blobs
import Testing

@testable import Scanning

@Suite struct DecodedTextTests {
    private static func units(_ scalars: [UInt32], _ encoding: TextEncoding) -> [UInt8] {
        scalars.flatMap { scalar -> [UInt8] in
            let units: [UInt32] =
                encoding.unitWidth == 2 && scalar > 0xFFFF
                ? [0xD800 + (scalar - 0x10000) >> 10, 0xDC00 + (scalar - 0x10000) & 0x3FF] : [scalar]
            return units.flatMap { unit in
                let bytes = (0..<encoding.unitWidth).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
                return encoding.isLittleEndian ? bytes : bytes.reversed()
            }
        }
    }

    private static func utf8(_ scalar: UInt32) -> [UInt8] {
        Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? Array("\u{FFFD}".utf8)
    }

    /// Letters of every UTF-8 length, the edges between the lengths, and what is no scalar.
    private static func scalars(_ random: inout SeededGenerator, count: Int) -> [UInt32] {
        let edges: [UInt32] = [
            0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF,
            // Surrogates by themselves: both low, so that no two of them make a pair.
            0xDC00, 0xDFFF,
        ]
        return (0..<count).map { _ in
            Bool.random(using: &random)
                ? UInt32.random(in: 0x20...0x7E, using: &random) : edges.randomElement(using: &random) ?? 0
        }
    }

    @Test(arguments: TextEncoding.allCases, 0..<12 as Range<UInt64>)
    func textAndMapAtEveryOffset(encoding: TextEncoding, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let scalars = Self.scalars(&random, count: Int.random(in: 0...300, using: &random))
        let before = random.bytes(Int.random(in: 0...9, using: &random), of: Array(0...255))
        let after = random.bytes(Int.random(in: 0...9, using: &random), of: Array(0...255))
        let encoded = Self.units(scalars, encoding)
        var text = DecodedText()
        text.decode(
            (before + encoded + after).span, range: before.count..<before.count + encoded.count, encoding: encoding)
        #expect(text.bytes == scalars.flatMap(Self.utf8))

        var (decoded, source) = (0, before.count)
        for scalar in scalars {
            let (length, width) = (Self.utf8(scalar).count, Self.units([scalar], encoding).count)
            for offset in decoded..<decoded + length {
                if text.sourceOffset(ofDecoded: offset) != source {
                    Issue.record("decoded \(offset) is at \(text.sourceOffset(ofDecoded: offset)), not \(source)")
                    return
                }
            }
            for offset in source..<source + width {
                let expected = offset == source ? decoded : decoded + length
                if text.decodedOffset(ofSource: offset) != expected {
                    Issue.record("source \(offset) is at \(text.decodedOffset(ofSource: offset)), not \(expected)")
                    return
                }
            }
            #expect(text.sourceRange(ofDecoded: decoded..<decoded + length) == source..<source + width)
            (decoded, source) = (decoded + length, source + width)
        }
        #expect(text.sourceOffset(ofDecoded: decoded) == source)
        #expect(text.decodedOffset(ofSource: source) == decoded && text.decodedOffset(ofSource: source + 9) == decoded)
        #expect(text.decodedOffset(ofSource: 0) == 0)
    }

    @Test func whatIsNotValidBecomesOneReplacementAUnit() {
        func decoded(_ units: [UInt32], _ encoding: TextEncoding) -> String {
            var text = DecodedText()
            let bytes = Self.units(units, encoding)
            text.decode(bytes.span, range: 0..<bytes.count, encoding: encoding)
            return String(decoding: text.bytes, as: UTF8.self)
        }
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            #expect(decoded([0xD83D, 0xDE00], encoding) == "😀")
            #expect(decoded([0xD83D], encoding) == "\u{FFFD}")
            #expect(decoded([0xD83D, 0x41], encoding) == "\u{FFFD}A")
            #expect(decoded([0xDE00, 0xD83D], encoding) == "\u{FFFD}\u{FFFD}")
            #expect(decoded([0xD83D, 0xD83D, 0xDE00], encoding) == "\u{FFFD}😀")
        }
        for encoding in [TextEncoding.utf32LittleEndian, .utf32BigEndian] {
            #expect(decoded([0x1F600, 0xD83D, 0x110000, 0xFFFF_FFFF, 0x41], encoding) == "😀\u{FFFD}\u{FFFD}\u{FFFD}A")
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func anIncompleteUnitIsLeftOut(encoding: TextEncoding) {
        let bytes = Self.units([0x41, 0x42], encoding)
        for missing in 1..<encoding.unitWidth {
            var text = DecodedText()
            text.decode(bytes.span, range: 0..<bytes.count - missing, encoding: encoding)
            #expect(text.bytes == [0x41])
        }
    }

    @Test(arguments: [2, 4], [0, 1, 3, 8])
    func lettersOfARegion(width: Int, origin: Int) {
        let letters = Array("wide letters".utf8)
        let start = 5
        let text =
            [UInt8](repeating: 0, count: start) + letters.flatMap { [$0] + [UInt8](repeating: 0, count: width - 1) }
        var decoded = DecodedText()
        let region = WideRegionFinder.Region(firstLetter: start, letterCount: letters.count, width: width)
        decoded.decode(text.span, region: region, origin: origin)
        #expect(decoded.bytes == letters)
        #expect(decoded.encoding.unitWidth == width)
        #expect(decoded.encoding.isLittleEndian == ((origin + start) % width == 0))
        for index in letters.indices {
            let source = start + index * width
            #expect(decoded.sourceOffset(ofDecoded: index) == source)
            #expect(decoded.decodedOffset(ofSource: source) == index)
            if index + 1 < letters.count { #expect(decoded.decodedOffset(ofSource: source + 1) == index + 1) }
            #expect(decoded.sourceRange(ofDecoded: 0..<index + 1) == start..<source + 1)
        }
    }
}
