import Blobs
import Findings
import Testing

@testable import Scanning

/// What is found across seams does not depend on where segments are cut, nor on what is known from an older version.
@Suite struct SeamSegmentTests {
    private static let filler = Array(String(repeating: "some words of a text. ", count: 50).utf8)
    private static let seams = [
        "\" + \"", "\"\n            + \"", "\\\n", "\u{200B}", "\u{AD}\u{AD}", "\\\n      ",
    ].map { Array($0.utf8) }

    /// A key that is cut at a place, with words around it, and where it lies in the text.
    private static func text(_ seam: [UInt8], cut: Int) throws -> (text: [UInt8], key: Range<Int>) {
        let key = try Samples.keyID(21)
        let spelt = key[..<cut] + seam + key[cut...]
        let head = filler + Array("\nid = \"".utf8)
        return (head + spelt + Array("\"\n".utf8) + filler, head.count..<head.count + spelt.count)
    }

    @Test(arguments: seams, [4, 9, 15]) func cutAnywhere(seam: [UInt8], cut: Int) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let (text, key) = try Self.text(seam, cut: cut)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.map(\.location.bytes) == [key])
        for place in key.lowerBound - 3...key.upperBound + 3 {
            let difference = try bench.scan(text, cuts: [place]).difference(from: whole)
            #expect(difference == nil, "\(place - key.lowerBound)")
        }
    }

    /// Each byte of what makes the seam comes in by itself, and goes again.
    @Test(arguments: seams, [4, 9, 15]) func changedAnywhere(seam: [UInt8], cut: Int) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let (text, key) = try Self.text(seam, cut: cut)
        let whole = try bench.scan(whole: text)
        var scanner = try Scanner(bench.rules, options: bench.options)
        for place in key.lowerBound - 3..<key.upperBound + 3 {
            var other = text
            other[place] = UInt8(ascii: "|")
            let copies = [CopiedRange(0..<place, from: 0), CopiedRange(place + 1..<text.count, from: place + 1)]
            let otherWhole = try bench.scan(whole: other)
            let (first, memory) = scanner.scan(version: other.span, of: nil, copies: []) { Bench.provenance }
            #expect(BlobSummary(first).difference(from: otherWhole) == nil, "\(place)")
            let (second, next) = scanner.scan(version: text.span, of: memory, copies: copies) { Bench.provenance }
            #expect(BlobSummary(second).difference(from: whole) == nil, "\(place)")
            let (third, _) = scanner.scan(version: other.span, of: next, copies: copies) { Bench.provenance }
            #expect(BlobSummary(third).difference(from: otherWhole) == nil, "\(place)")
        }
    }

    /// The border of a cell at every place of the key.
    @Test(arguments: seams) func borderOfACell(seam: [UInt8]) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let size = bench.rules.context.seamCells.size
        let key = try Samples.keyID(22)
        let spelt = key[..<9] + seam + key[9...]
        for start in size - spelt.count - 1...size + 1 {
            let text = [UInt8](repeating: 0x20, count: start) + spelt + Array("\n".utf8)
            let report = try bench.scan(whole: text)
            #expect(report.findings.map(\.secret) == [Secret(key)], "\(start)")
        }
    }

    /// Signs of other scripts are no part of a token unless letters of ASCII are, and text in them gives nothing.
    @Test(arguments: ["Привет, мир123456789012! ", "Γειά σου κόσμε 1234567890ab ", "你好，世界abc123456789。"])
    func otherScripts(words: String) throws {
        let text = Array(String(repeating: words, count: 400).utf8)
        let report = try Bench.builtIn(threshold: .low).report(whole: text)
        #expect(report.findings.isEmpty && report.failures.isEmpty)
    }

    /// Pieces by the thousand cost no more than their number asks for.
    @Test func manyPieces() throws {
        let bench = try Bench.builtIn(threshold: .medium)
        var random = SeededGenerator(seed: 23)
        let lines = (0..<2_000).flatMap { _ in
            Array("\"".utf8) + random.bytes(40, of: Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8))
                + Array("\" +\n    ".utf8)
        }
        let report = try bench.report(whole: lines)
        #expect(report.failures.isEmpty)
    }
}
