import Testing

@testable import Pipeline

@Suite struct BlockInflaterTests {
    /// `key = value; ` forty times, as zlib writes it at its best.
    static let block: [UInt8] = [
        0x78, 0xDA, 0xCB, 0x4E, 0xAD, 0x54, 0xB0, 0x55, 0x28, 0x4B, 0xCC, 0x29, 0x4D, 0xB5, 0x56, 0xC8, 0x1E, 0xE5,
        0x8C, 0x54, 0x0E, 0x00, 0xEA, 0xA4, 0xA9, 0xB1,
    ]
    static let text = Array(String(repeating: "key = value; ", count: 40).utf8)

    @Test func blocksAreInflated() {
        let inflater = BlockInflater()
        for _ in 0..<2 { #expect(inflater.inflate(Self.block.span, size: Self.text.count) == Self.text) }
    }

    @Test(arguments: [-1, 0, 1, text.count - 1, text.count + 1, 65_535]) func anotherSizeIsRefused(size: Int) {
        #expect(BlockInflater().inflate(Self.block.span, size: size) == nil)
    }

    @Test func damageIsRefused() {
        let inflater = BlockInflater()
        for count in Self.block.indices {
            #expect(inflater.inflate(Self.block.span.extracting(0..<count), size: Self.text.count) == nil)
            var damaged = Self.block
            damaged[count] ^= 0x55
            let inflated = inflater.inflate(damaged.span, size: Self.text.count)
            #expect(inflated == nil || inflated == Self.text)
        }
    }
}
