import Blobs
import Findings
import Testing

@testable import Scanning

/// A key id that is interrupted is found once, as the key that it is, at the bytes from its first piece to its last.
@Suite struct SeamTests {
    /// Expects the key in `blob`, from the first byte of `head` to the last one of `tail`.
    private static func expectKey(
        _ key: [UInt8], in blob: [UInt8], from start: Int, to end: Int, steps: [Encoding],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.failures.isEmpty, sourceLocation: sourceLocation)
        #expect(report.findings.map(\.secret) == [Secret(key)], sourceLocation: sourceLocation)
        guard let finding = report.findings.first else { return }
        #expect(finding.location.bytes == start..<end, sourceLocation: sourceLocation)
        #expect(finding.location.start == NaivePlace.point(of: start, in: blob), sourceLocation: sourceLocation)
        #expect(finding.location.end == NaivePlace.point(of: end, in: blob), sourceLocation: sourceLocation)
        let expected = [.file(RawPath("blob"))] + steps.map { Provenance.Step.decoded($0) }
        #expect(finding.provenance.steps == expected, sourceLocation: sourceLocation)
        #expect(report.unreported.contains(Secret(Array(blob[start..<end]))), sourceLocation: sourceLocation)
    }

    /// Expects the key, cut at a place and put together by `seam`, between `head` and `tail`.
    private static func expectKey(
        cutAt cut: Int, by seam: String, _ encoding: Encoding, head: String = "first\n  id = \"",
        tail: String = "\"\nlast\n", seed: UInt64 = 1, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let key = try Samples.keyID(seed)
        let cutKey = key[..<cut] + Array(seam.utf8) + key[cut...]
        let blob = Array(head.utf8) + cutKey + Array(tail.utf8)
        try expectKey(
            key, in: blob, from: head.utf8.count, to: head.utf8.count + cutKey.count, steps: [encoding],
            sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            "\" + \"", "\"+\"", "\" \"", "\"\"", "\" . \"", "\" & \"", "\"\n    \"", "\" +\n        \"", "\"\n  + \"",
            "\" \\\n  \"", "\" & _\r\n \"", "\" f\"", "\" + @\"", "\\\n", "\\\n      ", "\\\r\n",
        ], [4, 5, 8, 12, 16])
    func literalsAndLines(seam: String, cut: Int) throws {
        guard seam != "\"\"" else { return }
        try Self.expectKey(cutAt: cut, by: seam, .joined)
    }

    @Test(arguments: ["'", "`"]) func otherQuotes(quote: String) throws {
        try Self.expectKey(
            cutAt: 10, by: "\(quote) + \(quote)", .joined, head: "let id = \(quote)", tail: "\(quote);\n")
    }

    @Test(arguments: ["=\n", "=\r\n"], [1, 4, 8, 15, 19])
    func softLineBreaks(seam: String, cut: Int) throws {
        let head = "first line=\n" + String(repeating: "-", count: 73 - cut - 3) + "id "
        try Self.expectKey(cutAt: cut, by: seam, .quotedPrintable, head: head, tail: "=3D\nlast\n")
    }

    @Test(
        arguments: ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{200B}\u{200B}"],
        [4, 7, 12, 16])
    func signsWithoutWidth(seam: String, cut: Int) throws {
        try Self.expectKey(cutAt: cut, by: seam, .confusables)
    }

    /// One letter of the prefix, and one of the rest.
    @Test(arguments: ["А", "Ａ", "Α", "𝐀", "𝙰"], [0, 3]) func letters(sign: String, place: Int) throws {
        let key = try Samples.keyID(2)
        let spelt = key[..<place] + Array(sign.utf8) + key[(place + 1)...]
        let blob = Array("id = ".utf8) + spelt + Array("\n".utf8)
        try Self.expectKey(key, in: blob, from: 5, to: 5 + spelt.count, steps: [.confusables])
    }

    @Test func inEncodedText() throws {
        let key = try Samples.keyID(3)
        let text = Array("some words of code\n  id = \"".utf8) + key[..<8] + Array("\" + \"".utf8) + key[8...]
        let blob = Encoder.base64(text + Array("\"\nlast line of it\n".utf8))
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.findings.map(\.secret) == [Secret(key)])
        #expect(report.findings.first?.provenance.steps.dropFirst() == [.decoded(.base64), .decoded(.joined)])
    }

    /// Base64 that mail has cut.
    @Test func encodedTextInside() throws {
        let key = try Samples.keyID(4)
        let digits = Encoder.base64(Array("some words of a text, key_id = ".utf8) + key + Array(" and more".utf8))
        let head = "v: "
        let blob = Array(head.utf8) + digits[..<70] + Array("=\n".utf8) + digits[70...]
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.findings.map(\.secret) == [Secret(key)])
    }

    /// What is in one piece alone is told as it stands.
    @Test(arguments: ["\" + \"more1234\"", "\u{200B}abcd1234", "\\\nmore1234"]) func onePiece(rest: String) throws {
        let key = try Samples.keyID(5)
        let blob = Array("id = \"".utf8) + key + Array(" ".utf8) + Array("other1234567".utf8) + Array(rest.utf8)
        let report = try Bench.builtIn(threshold: .medium).report(whole: blob)
        #expect(report.findings.map(\.secret) == [Secret(key)])
        #expect(report.findings.first?.provenance.steps.count == 1)
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isASCII
            && (Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte))
    }

    /// Words are no tokens, and a letter between others of its script is one.
    @Test func whatIsNoSeam() {
        let texts = [
            "printf(\"some words\" \" and more\");", "a = \"x\" + \"y\"", "[\"abcdef123456\", \"abcdef123456\"]",
            "слово123 и ещё слово", "\"abcdef123456\": \"abcdef\"", "abcdef123456 = \nabcdef", "abcdef123456\\n",
            "don’t", "#include \"abcdef123456.h\"\n#include \"x.h\"\n",
        ]
        for text in texts.map({ Array($0.utf8) }) {
            var seams: [Seam] = []
            for run in text.indices.split(whereSeparator: { !isLetterOrDigit(text[$0]) }) where run.count >= 12 {
                SeamFinder.find(around: run.startIndex..<run.endIndex, in: text.span, into: &seams)
            }
            #expect(seams.isEmpty, "\(String(decoding: text, as: UTF8.self))")
        }
    }
}
