import Testing

@testable import PDF

@Suite struct FilterTests {
    private func decode(_ dictionary: [String: PDFObject], _ bytes: [UInt8], limit: Int = 1 << 20) throws
        -> DecodedBytes
    {
        let chain = try FilterChain(dictionary) { value throws(PDFError) in value }
        return try chain.decode(bytes, limit: limit)
    }

    private func decode(_ filter: String, _ text: String) throws -> String {
        String(decoding: try decode(["Filter": .name(filter)], Array(text.utf8)).bytes, as: UTF8.self)
    }

    @Test func `ASCII filters`() throws {
        #expect(try decode("ASCIIHexDecode", "61 62\n6>zz") == "ab`")
        #expect(try decode("AHx", "6162") == "ab")
        #expect(try decode("ASCII85Decode", "87cURD]i,\"Ebo80~>") == "Hello World!")
        #expect(try decode("A85", "<~87cUR D]i,\"Ebo7") == "Hello World")
        #expect(try decode("ASCII85Decode", "z!~>").utf8.count == 4)
    }

    @Test func `Run lengths`() throws {
        #expect(
            try decode(["Filter": .name("RunLengthDecode")], [2, 97, 98, 99, 254, 100, 128, 7]).bytes
                == Array("abcddd".utf8))
        #expect(try decode(["Filter": .name("RL")], [200]).bytes == [])
        #expect(try decode(["Filter": .name("RL")], [5, 97]).bytes == [97])
    }

    /// The example of ISO 32000-2, 7.4.4.2.
    @Test func `LZW`() throws {
        let packed: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
        #expect(try decode(["Filter": .name("LZWDecode")], packed).bytes == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    }

    @Test func `LZW codes grow`() throws {
        for changesEarly in [true, false] {
            let text = (0..<6000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7 + $0 % 5) }
            let packed = LZWEncoding.encode(text, changesEarly: changesEarly)
            let parameters: [String: PDFObject] = ["EarlyChange": .integer(changesEarly ? 1 : 0)]
            let decoded = try decode(["Filter": .name("LZW"), "DecodeParms": .dictionary(parameters)], packed)
            #expect(decoded.bytes == text)
        }
    }

    @Test func `Flate keeps what stands in front of damage`() throws {
        var packed = Deflating.stored(Array(repeating: 97, count: 70_000))
        #expect(try decode(["Filter": .name("FlateDecode")], packed + [1, 2, 3]).bytes.count == 70_000)
        packed.removeLast(1000)
        let decoded = try decode(["Filter": .name("FlateDecode")], packed)
        #expect(decoded.isDamaged)
        #expect(decoded.bytes.count == 70_000 - 996)
        #expect(try decode(["Filter": .name("Fl")], [1, 2, 3]).isDamaged)
    }

    @Test func `Predictors`() throws {
        let png: [UInt8] = [0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1]
        let parameters: [String: PDFObject] = ["Predictor": .integer(15), "Columns": .integer(3)]
        let dictionary: [String: PDFObject] = ["Filter": .name("Fl"), "DecodeParms": .array([.dictionary(parameters)])]
        #expect(
            try decode(dictionary, Deflating.stored(png)).bytes == [1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5])
        let tiff: [String: PDFObject] = ["Predictor": .integer(2), "Columns": .integer(3)]
        let other: [String: PDFObject] = ["Filter": .name("Fl"), "DecodeParms": .dictionary(tiff)]
        #expect(try decode(other, Deflating.stored([1, 1, 1, 5, 1])).bytes == [1, 2, 3, 5, 6])
        let impossible: [String: PDFObject] = ["Predictor": .integer(12), "Columns": .integer(.max)]
        #expect(throws: PDFError.damaged("a predictor of impossible size")) {
            try decode(["Filter": .name("Fl"), "DecodeParms": .dictionary(impossible)], Deflating.stored([1]))
        }
    }

    @Test func `A chain is bounded at each step`() throws {
        let names = PDFObject.array([.name("RL"), .name("RL"), .name("RL")])
        // Each step makes 64 times as much.
        var bytes: [UInt8] = [129, 97]
        for _ in 0..<2 { bytes = bytes.flatMap { [UInt8(0), $0] } }
        #expect(try decode(["Filter": names], bytes).bytes.count == 128)
        let bomb = [UInt8](repeating: 129, count: 4000)
        let decoded = try decode(["Filter": names], bomb, limit: 10_000)
        #expect(decoded.bytes.count <= 10_000 && decoded.isCut)
        #expect(throws: PDFError.limit) {
            try decode(["Filter": .array(Array(repeating: .name("Crypt"), count: 9))], [])
        }
        #expect(throws: PDFError.self) { try decode(["Filter": .name("DCTDecode")], []) }
    }
}
