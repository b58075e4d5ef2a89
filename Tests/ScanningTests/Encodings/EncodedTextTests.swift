import Blobs
import Findings
import Testing

@testable import Scanning

/// A key id in every encoding is found once, as the key that it is, at the bytes that it is spelt with.
@Suite struct EncodedTextTests {
    private static let text = "first line\nkey_id = KEY ; and more of it\n"

    private static func plain(_ seed: UInt64, _ text: String = text) throws -> (text: [UInt8], key: [UInt8]) {
        let key = try Samples.keyID(seed)
        let parts = text.split(separator: "KEY", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return (Array(parts.joined(separator: key)), key)
    }

    /// Expects the key and nothing else.
    @discardableResult private static func expectKey(
        _ key: [UInt8], in blob: [UInt8], steps: [Encoding], threshold: Confidence = .medium,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Finding {
        let report = try Bench.builtIn(threshold: threshold).report(whole: blob)
        #expect(report.findings.count == 1 && report.failures.isEmpty, sourceLocation: sourceLocation)
        let finding = try #require(report.findings.first, sourceLocation: sourceLocation)
        #expect(finding.secret == Secret(key), sourceLocation: sourceLocation)
        let expected = [.file(RawPath("blob"))] + steps.map { Provenance.Step.decoded($0) }
        #expect(finding.provenance.steps == expected, sourceLocation: sourceLocation)
        #expect(
            finding.location.start == NaivePlace.point(of: finding.location.bytes.lowerBound, in: blob),
            sourceLocation: sourceLocation)
        let spelling = Secret(Array(blob[finding.location.bytes]))
        #expect(report.unreported.contains(spelling), sourceLocation: sourceLocation)
        return finding
    }

    @Test(arguments: 0..<6 as Range<UInt64>, [true, false])
    func base64InAllAlignments(seed: UInt64, isPadded: Bool) throws {
        let (text, key) = try Self.plain(seed, String(repeating: "-", count: Int(seed)) + Self.text)
        let encoded = Encoder.base64(text, isPadded: isPadded)
        let blob = Array("data:\n  value: \"".utf8) + encoded + Array("\"\n".utf8)
        let finding = try Self.expectKey(key, in: blob, steps: [.base64])
        // The digits that hold a bit of the key.
        let first = text.firstRange(of: key)?.lowerBound ?? 0
        let start = 16 + 8 * first / 6
        #expect(finding.location.bytes == start..<16 + (8 * (first + key.count) + 5) / 6)
    }

    /// The digits of the token by itself, and behind bytes that are no base64.
    @Test(arguments: ["", "token: ", "Bearer=", "x.", "\\n"])
    func aTokenByItself(before: String) throws {
        let key = try Samples.keyID(3)
        try Self.expectKey(key, in: Array(before.utf8) + Encoder.base64(key), steps: [.base64])
    }

    @Test func base64URL() throws {
        let (text, key) = try Self.plain(4, "a=>b??c~~~?>>? key_id = KEY ???>>>")
        let encoded = Encoder.base64(text, isURL: true, isPadded: false)
        #expect(encoded.contains(0x2D) || encoded.contains(0x5F))
        let report = try Bench.builtIn(threshold: .medium).report(whole: Array("t=".utf8) + encoded)
        #expect(report.findings.map(\.secret) == [Secret(key)])
    }

    @Test(
        arguments: ["\n", "\r\n", "\n    ", "\\n", "\\r\\n", "\" +\n  \"", "\"\n\"", "\\\n", "' .\n'", "\" \\\n\""],
        [76, 64, 61])
    func wrappedLines(end: String, length: Int) throws {
        let filler = String(repeating: "some line of a longer text, whatever it says\n", count: 5)
        let (text, key) = try Self.plain(5, filler + Self.text + filler)
        let quote = end.contains("\"") ? "\"" : end.contains("'") ? "'" : ""
        let lines = Encoder.lines(Encoder.base64(text), length: length, end: end)
        let blob = Array("x = \(quote)".utf8) + lines + Array("\(quote)\nother: words here\n".utf8)
        try Self.expectKey(key, in: blob, steps: [.base64])
    }

    /// What follows on the next line is no part of it.
    @Test(arguments: ["name: value\n", "end\n", "other\n"])
    func linesThatAreNone(after: String) throws {
        let key = try Samples.keyID(6)
        let blob = Array("  id: ".utf8) + Encoder.base64(key, isPadded: false) + Array("\n\(after)".utf8)
        try Self.expectKey(key, in: blob, steps: [.base64])
    }

    @Test func utf16InBase64() throws {
        let (text, key) = try Self.plain(7)
        let blob = Array("powershell -EncodedCommand ".utf8) + Encoder.base64(Encoder.utf16(text)) + [0x0A]
        try Self.expectKey(key, in: blob, steps: [.base64, .utf16LittleEndian])
    }

    @Test(arguments: ["", "0x", "f"])
    func hexadecimal(before: String) throws {
        let (text, key) = try Self.plain(8)
        try Self.expectKey(key, in: Array(before.utf8) + Encoder.hexadecimal(text), steps: [.hexadecimal])
        try Self.expectKey(key, in: Array("\(before)".utf8) + Encoder.hexadecimal(key), steps: [.hexadecimal])
        let lines = Encoder.lines(Encoder.hexadecimal(text), length: 60)
        try Self.expectKey(key, in: lines, steps: [.hexadecimal])
    }

    @Test func escapes() throws {
        let (text, key) = try Self.plain(9)
        let cases: [([UInt8], Encoding)] = [
            (Encoder.percent(text), .percent), (Encoder.escapesX(text), .backslash),
            (Encoder.escapesU(text), .backslash), (Encoder.references(text), .htmlEntities),
            (Encoder.hexReferences(text), .htmlEntities),
        ]
        for (encoded, encoding) in cases {
            let blob = Array("<a v=\"".utf8) + encoded + Array("\">\n".utf8)
            try Self.expectKey(key, in: blob, steps: [encoding])
            let alone = Array("call('".utf8) + encoded + Array("')".utf8)
            try Self.expectKey(key, in: alone, steps: [encoding])
        }
    }

    @Test func encodingsInEachOther() throws {
        let (text, key) = try Self.plain(10)
        let twice = Array("value: ".utf8) + Encoder.base64(text) + [0x0A]
        try Self.expectKey(key, in: Encoder.base64(twice), steps: [.base64, .base64])
        try Self.expectKey(key, in: Encoder.base64(Encoder.percent(text)), steps: [.base64, .percent])
        try Self.expectKey(key, in: Encoder.percent(Encoder.base64(text)), steps: [.percent, .base64])
        try Self.expectKey(
            key, in: Encoder.base64(Encoder.base64(Encoder.hexadecimal(Encoder.base64(text)))),
            steps: [.base64, .base64, .hexadecimal, .base64])
    }

    /// What is encoded more often is said not to have been examined.
    @Test func depth() throws {
        var (text, _) = try Self.plain(11)
        for _ in 0..<5 { text = Encoder.base64(text) }
        let report = try Bench.builtIn(threshold: .medium).report(whole: text)
        #expect(report.findings.isEmpty)
        #expect(report.failures.map(\.reason) == [.decoding])
    }

    /// Bytes without text cost no search, and give nothing.
    @Test func whatIsNoText() throws {
        var random = SeededGenerator(seed: 12)
        let noise = random.bytes(30_000, of: Array(0...255))
        for encoded in [Encoder.base64(noise), Encoder.hexadecimal(noise), Encoder.percent(noise), noise] {
            let report = try Bench.builtIn(threshold: .low).report(whole: encoded)
            #expect(report.findings.isEmpty && report.failures.isEmpty)
        }
    }

    @Test func aKeyIsToldOnce() throws {
        let pem = Samples.longPEM(13)
        let plain = try Bench.builtIn(threshold: .medium).report(whole: pem)
        #expect(plain.findings.count == 1)
        #expect(plain.findings.allSatisfy { $0.provenance.steps.count == 1 })
        let encoded = try Bench.builtIn(threshold: .medium).report(whole: Encoder.base64(pem))
        #expect(encoded.findings.map(\.secret) == plain.findings.map(\.secret))
        #expect(encoded.findings.first?.provenance.steps.last == .decoded(.base64))
    }
}
