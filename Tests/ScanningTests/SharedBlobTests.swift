import Blobs
import Findings
import Testing

@testable import Scanning

/// A blob that several scanners share, and search in any order, gives what one scanner gives.
@Suite struct SharedBlobTests {
    private static let templates = [
        "KID{upper-hex:8}", " KID{upper-hex:8} ", "KID", "{hex:24}", " {hex:24}.", "token", "my_token = {alnum:12}",
        "KID{upper-hex:8} {hex:24}\n", "<<a{lower:10}>>", "<<<K{lower:30}>>", "<<", ">>", "{word} ", "\n", "\r\n",
        "é😀", "€", " KID00000000 ", "<<aKID{upper-hex:8} {hex:24}>>",
    ]

    /// - Parameter lineEnd: what ends lines, instead of LF; empty for a text without lines.
    private static func text(_ random: inout SeededGenerator, count: Int, lineEnd: [UInt8]?) throws -> [UInt8] {
        var text: [UInt8] = []
        while text.count < count {
            let template = templates.randomElement(using: &random) ?? ""
            let piece = try Samples.text(template, seed: random.next())
            switch Int.random(in: 0..<30, using: &random) {
            case 0: text += piece.flatMap { [$0, 0] }
            case 1: text += [0x80, 0xBF, 0xF0, 0x9F].prefix(Int.random(in: 1...4, using: &random))
            default: text += piece
            }
        }
        guard let lineEnd else { return text }
        return text.flatMap { $0 == 0x0A ? lineEnd : $0 == 0x0D ? [] : [$0] }
    }

    /// Scans the first and the last core in order, and those between them in any order, with several scanners.
    private static func scan(
        _ text: [UInt8], cuts: [Int], with bench: Bench, _ random: inout SeededGenerator
    ) throws -> BlobSummary {
        let context = bench.rules.context
        let provenance = { Bench.provenance }
        func segment(_ core: Range<Int>) -> Range<Int> {
            max(0, core.lowerBound - context.before)..<min(text.count, core.upperBound + context.after)
        }
        var first = try Scanner(bench.rules, options: bench.options)
        var second = try Scanner(bench.rules, options: bench.options)
        first.begin()
        first.scan(
            text[segment(0..<cuts[0])].span, origin: 0, core: 0..<cuts[0], continuation: .adjacent,
            provenance: provenance)
        let needsOrder = first.needsOrder
        #expect(!needsOrder)
        var resolver = first.handOver()
        second.beginShare()
        var found = [SegmentMatches?](repeating: nil, count: cuts.count - 1)
        for index in found.indices.shuffled(using: &random) {
            let core = cuts[index]..<cuts[index + 1]
            let (bytes, origin) = (segment(core), segment(core).lowerBound)
            let coreInBytes = core.lowerBound - origin..<core.upperBound - origin
            found[index] =
                Bool.random(using: &random)
                ? first.search(text[bytes].span, origin: origin, core: coreInBytes, provenance: provenance)
                : second.search(text[bytes].span, origin: origin, core: coreInBytes, provenance: provenance)
        }
        for segment in found.compactMap({ $0 }) { resolver.commit(segment, provenance: provenance) }
        let last = (cuts.last ?? 0)..<text.count
        let origin = segment(last).lowerBound
        second.takeOver(resolver)
        second.scan(
            text[segment(last)].span, origin: origin, core: last.lowerBound - origin..<text.count - origin,
            continuation: .end, provenance: provenance)
        return BlobSummary(second.finish(provenance: provenance))
    }

    @Test(arguments: [nil, [0x0A], [0x0D, 0x0A], [0x0D], []] as [[UInt8]?], 0..<20 as Range<UInt64>)
    func anyOrderGivesTheSame(lineEnd: [UInt8]?, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        let text = try Self.text(&random, count: 12_000, lineEnd: lineEnd)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count > 10 && whole.failures.isEmpty)
        for _ in 0..<3 {
            let least = max(bench.rules.context.before, TextEncodingDetector.sampleSize)
            let cuts = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Int.random(in: least..<text.count, using: &random)
            }
            let shared = try Self.scan(text, cuts: Set(cuts).sorted(), with: bench, &random)
            if let difference = shared.difference(from: whole) { Issue.record("cuts \(cuts.sorted()): \(difference)") }
        }
    }

    /// A line end of one kind in front, lone CRs far behind it: what these mean is not known where they stand.
    @Test(arguments: ["a\nb", "a\rb", "a\r\nb", "ab"], 0..<4 as Range<UInt64>)
    func theFirstLineEndDecidesFromAfar(start: String, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        let filler = [UInt8](repeating: 0x2E, count: 6_000)
        let tail = try Self.text(&random, count: 6_000, lineEnd: [0x0D])
        let text = Array(start.utf8) + filler + tail
        let whole = try bench.scan(whole: text)
        let cuts = (0..<12).map { _ in Int.random(in: 5_000..<text.count, using: &random) }
        let shared = try Self.scan(text, cuts: Set(cuts).sorted(), with: bench, &random)
        if let difference = shared.difference(from: whole) { Issue.record("cuts \(cuts.sorted()): \(difference)") }
    }
}
