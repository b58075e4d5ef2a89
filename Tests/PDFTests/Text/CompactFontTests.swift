import Testing

@testable import PDF

@Suite struct CompactFontTests {
    /// A font with four glyphs behind the first: "f" ligature, "period", old style 3, and a name of its own.
    private static func font(encoding: [UInt8], charset: [UInt8]) -> [UInt8] {
        func integer(_ value: Int) -> [UInt8] { [29, 0, 0, UInt8(value >> 8), UInt8(value & 0xFF)] }
        func index(_ element: [UInt8]) -> [UInt8] { [0, 1, 1, 1, UInt8(element.count + 1)] + element }
        let dictionarySize = 12
        let head: [UInt8] = [1, 0, 4, 1] + index(Array("A".utf8))
        let strings = index(Array("uni0042".utf8))
        let behind = head.count + 5 + dictionarySize + strings.count + 2
        let dictionary = integer(behind) + [15] + integer(behind + charset.count) + [16]
        return head + index(dictionary) + strings + [0, 0] + charset + encoding
    }

    private static let list: [UInt8] = [0, 1, 11, 0, 15, 0, 242, 1, 135]
    private static let ranges: [UInt8] = [1, 1, 11, 0, 0, 15, 0, 0, 242, 0, 1, 135, 0]

    @Test func `Codes are told by glyphs and their names`() {
        let expected: [Int: [Unicode.Scalar]] = [58: ["f", "f", "i"], 59: ["."], 60: ["3"], 65: ["B"]]
        for charset in [Self.list, Self.ranges] {
            #expect(
                CompactFontEncoding.parse(Self.font(encoding: [0, 4, 58, 59, 60, 65], charset: charset)) == expected)
            #expect(
                CompactFontEncoding.parse(Self.font(encoding: [1, 2, 58, 2, 65, 0], charset: charset)) == expected)
        }
    }

    @Test func `Fonts that are cut or lie do no harm`() {
        let font = Self.font(encoding: [0, 4, 58, 59, 60, 65], charset: Self.list)
        for end in font.indices { _ = CompactFontEncoding.parse(Array(font[..<end])) }
        for place in font.indices {
            for value: UInt8 in [0, 1, 28, 30, 127, 255] {
                var changed = font
                changed[place] = value
                _ = CompactFontEncoding.parse(changed)
            }
        }
        #expect(CompactFontEncoding.parse([]) == [:])
    }

    @Test func `Names that each font knows`() {
        let font = Self.font(encoding: [0, 2, 1, 2], charset: [0, 0, 149, 0, 228])
        #expect(CompactFontEncoding.parse(font) == [1: ["ß"], 2: ["ž"]])
    }
}
