import Blobs
import Testing

@testable import Scanning

/// What zlib made is what comes out, and nothing that is damaged does harm.
@Suite struct DeflateReaderTests {
    private static func inflate(
        _ bytes: [UInt8], limit: Int = 1 << 20
    ) -> (text: EncodedLayer, ending: DeflateReader.Ending)? {
        var layer = EncodedLayer(.base64, in: nil)
        for (index, byte) in bytes.enumerated() { layer.append(byte, from: index..<index + 1) }
        return CompressedKind(in: bytes, at: 0).map { CompressedStream.inflate(layer, as: $0, limit: limit) }
    }

    private static func samples(_ seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        let words = Array(String(repeating: "some words, and again some words; ", count: 30).utf8)
        return [
            [], [7], words, [UInt8](repeating: 0, count: 70_000), random.bytes(3_000, of: Array(0...255)),
            words + random.bytes(500, of: Array(0x41...0x5A)) + words + random.bytes(40_000, of: [0x61, 0x62]) + words,
        ]
    }

    @Test(arguments: Compressor.Format.allCases, Compressor.Blocks.allCases)
    func whatZlibMade(format: Compressor.Format, blocks: Compressor.Blocks) throws {
        for sample in Self.samples(1) {
            let bytes = Compressor.compress(sample, as: format, blocks: blocks)
            let (text, ending) = try #require(Self.inflate(bytes))
            #expect(text.bytes == sample)
            #expect(ending == .complete)
        }
    }

    @Test func streamsBehindEachOther() throws {
        let parts = Self.samples(2)
        let (text, ending) = try #require(Self.inflate(parts.flatMap { Compressor.compress($0) }))
        #expect(text.bytes == Array(parts.joined()))
        #expect(ending == .complete)
    }

    /// What a byte was made of comes no earlier than what the one before it was made of.
    @Test func placesAscend() throws {
        for sample in Self.samples(3) where sample.count > 1 {
            let bytes = Compressor.compress(sample)
            let (text, _) = try #require(Self.inflate(bytes))
            let places = sample.indices.map { text.sourceRange(of: $0..<$0 + 1) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
            #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.upperBound })
            #expect(text.sourceRange(of: 0..<sample.count).upperBound <= bytes.count)
        }
    }

    @Test func aNameAndACommentInFront() throws {
        let plain = Compressor.compress(Self.samples(4)[2])
        let fields: [UInt8] = [3, 0, 1, 2, 3] + Array("name\0comment\0".utf8) + [0, 0]
        let bytes = [0x1F, 0x8B, 8, 0x1E] + plain[4..<10] + fields + plain[10...]
        #expect(try #require(Self.inflate(bytes)).text.bytes == Self.samples(4)[2])
        for end in 0..<bytes.count { _ = Self.inflate(Array(bytes[..<end])) }
    }

    /// The start of a stream gives the start of the text.
    @Test(arguments: Compressor.Blocks.allCases) func cut(blocks: Compressor.Blocks) throws {
        let sample = Self.samples(5)[5].prefix(2_000)
        let bytes = Compressor.compress(Array(sample), as: .zlib, blocks: blocks)
        for end in stride(from: 3, to: bytes.count - 4, by: 7) {
            let (text, ending) = try #require(Self.inflate(Array(bytes[..<end])))
            #expect(ending == .cut && sample.starts(with: text.bytes))
        }
    }

    @Test(arguments: Compressor.Blocks.allCases, 0..<8 as Range<UInt64>)
    func damaged(blocks: Compressor.Blocks, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bytes = Compressor.compress(Self.samples(seed)[2], blocks: blocks)
        for _ in 0..<300 {
            var copy = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                copy[Int.random(in: 10..<copy.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let out = Self.inflate(copy, limit: 10_000)
            #expect(out.map { $0.text.bytes.count <= 10_000 } ?? false)
        }
        for _ in 0..<300 {
            _ = Self.inflate([0x78, 0x9C] + random.bytes(200, of: Array(0...255)), limit: 10_000)
        }
    }

    @Test func limit() throws {
        let bytes = Compressor.compress([UInt8](repeating: 0x61, count: 1 << 20))
        let (text, ending) = try #require(Self.inflate(bytes, limit: 1_000))
        #expect(text.bytes.count == 1_000 && ending == .full)
    }
}
