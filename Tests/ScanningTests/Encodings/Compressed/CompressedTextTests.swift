import Blobs
import Findings
import Testing

@testable import Scanning

/// Credentials in gzip and zlib streams that stand in a text as digits.
@Suite struct CompressedTextTests {
    /// Two lines with a key id each, and words around them.
    private static func text(_ seed: UInt64, filler: Int = 4) throws -> (text: [UInt8], keys: [[UInt8]]) {
        let filler = Array(String(repeating: "words of a longer text, whatever they say\n", count: filler).utf8)
        let keys = try [Samples.keyID(seed), Samples.keyID(seed + 100)]
        let lines = keys.flatMap { Array("key_id = ".utf8) + $0 + Array(" ; and more of it\n".utf8) + filler }
        return (filler + lines, keys)
    }

    /// Expects the keys and nothing else, each at bytes of its own within `digits`.
    private static func expect(
        _ keys: [[UInt8]], in blob: [UInt8], at digits: Range<Int>, steps: [Encoding],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.failures.isEmpty, sourceLocation: sourceLocation)
        #expect(report.findings.map(\.secret) == keys.map { Secret($0) }, sourceLocation: sourceLocation)
        for finding in report.findings {
            let bytes = finding.location.bytes
            #expect(digits.contains(bytes.lowerBound) && bytes.upperBound <= digits.upperBound)
            #expect(finding.location.start == NaivePlace.point(of: bytes.lowerBound, in: blob))
            let expected = [.file(RawPath("blob"))] + steps.map { Provenance.Step.decoded($0) }
            #expect(finding.provenance.steps == expected, sourceLocation: sourceLocation)
            #expect(report.unreported.contains(Secret(Array(blob[bytes]))), sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Compressor.Format.allCases, Compressor.Blocks.allCases)
    func inEveryEncoding(format: Compressor.Format, blocks: Compressor.Blocks) throws {
        let (text, keys) = try Self.text(1)
        let stream = Compressor.compress(text, as: format, blocks: blocks)
        let own: Encoding = format == .gzip ? .gzip : .zlib
        let lines = Encoder.lines(Encoder.base64(stream), length: 76)
        let literals = Encoder.lines(Encoder.base64(stream), length: 60, end: "\" +\n    \"")
        let cases: [([UInt8], Encoding)] = [
            (Encoder.base64(stream), .base64), (Encoder.base64(stream, isPadded: false), .base64),
            (Encoder.hexadecimal(stream), .hexadecimal), (lines, .base64), (literals, .base64),
            (Encoder.lines(Encoder.hexadecimal(stream), length: 60), .hexadecimal),
        ]
        for (digits, encoding) in cases {
            let blob = Array("first line\ndata: \"".utf8) + digits + Array("\"\nlast: line\n".utf8)
            // What is only stored can be read as it stands.
            let steps = blocks == .stored ? [encoding] : [encoding, own]
            try Self.expect(keys, in: blob, at: 18..<18 + digits.count, steps: steps)
        }
    }

    @Test func inAnURL() throws {
        let (text, keys) = try Self.text(2)
        let digits = Encoder.base64(Compressor.compress(text, blocks: .stored), isURL: true, isPadded: false)
        let report = try Bench.builtIn(threshold: .medium).report(whole: Array("/x?d=".utf8) + digits)
        #expect(report.findings.map(\.secret) == keys.map { Secret($0) })
    }

    /// Helm keeps a release as base64 of gzip of JSON, in a Kubernetes secret, which is base64 again.
    @Test func releaseOfHelm() throws {
        let (text, keys) = try Self.text(3, filler: 40)
        let manifest = Array("{\"name\":\"x\",\"manifest\":\"data: ".utf8) + Encoder.base64(text) + Array("\"}".utf8)
        let release = Encoder.base64(Encoder.base64(Compressor.compress(manifest)))
        let blob = Array("apiVersion: v1\ndata:\n  release: ".utf8) + release + Array("\nkind: Secret\n".utf8)
        try Self.expect(
            keys, in: blob, at: 32..<32 + release.count, steps: [.base64, .base64, .gzip, .base64])
    }

    @Test func streamsInEachOther() throws {
        let (text, keys) = try Self.text(4)
        let twice = Encoder.base64(Compressor.compress(Compressor.compress(text)))
        try Self.expect(keys, in: twice, at: 0..<twice.count, steps: [.base64, .gzip, .gzip])
        let thrice = Encoder.base64(Compressor.compress(Compressor.compress(Compressor.compress(text))))
        let report = try Bench.builtIn(threshold: .medium).report(whole: thrice)
        #expect(report.findings.isEmpty && report.failures.map(\.reason) == [.decoding])
    }

    /// As much as is at hand behind the cell that it begins in; what is longer is said.
    @Test(arguments: [0, 9_000, 16_000]) func longStreams(start: Int) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let room = bench.rules.context.cells.afterStream
        var random = SeededGenerator(seed: 5)
        let (text, keys) = try Self.text(5)
        let lead = Array(String(repeating: "words\n", count: start / 6).utf8)
        for (count, isWhole) in [(room * 3 / 4 - 2_000, true), (room * 3 / 4 + 40_000, false)] {
            // Noise stays as long as it is.
            let noise = random.bytes(count, of: Array(0...255))
            let blob = lead + Encoder.base64(Compressor.compress(text + noise + text)) + [0x0A] + lead
            let report = try bench.report(whole: blob)
            #expect(Set(report.findings.map(\.secret)) == Set(keys.map { Secret($0) }))
            #expect(report.failures.map(\.reason) == (isWhole ? [] : [.decoding]))
        }
    }

    /// A bomb is inflated as far as the blob's budget goes.
    @Test func bombs() throws {
        let zeros = [UInt8](repeating: 0x20, count: 3 << 20)
        let bomb = Encoder.base64(Compressor.compress(zeros)) + [0x0A]
        let bombs = Array([[UInt8]](repeating: bomb, count: 12).joined())
        let report = try Bench.builtIn(threshold: .medium).report(whole: bombs)
        #expect(report.findings.isEmpty && report.failures.map(\.reason) == [.decoding])
    }
}
