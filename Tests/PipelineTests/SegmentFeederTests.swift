import Blobs
import Findings
import Scanning
import Testing

@testable import Pipeline

@Suite struct SegmentFeederTests {
    /// A rule that reaches a few bytes far, so that small texts have many borders.
    private static let rule = """
        [[rule]]
        id = "test-id"
        title = "Id"
        severity = "medium"
        confidence = 0.9
        pattern = '(?<![A-Z0-9])KID[0-9A-F]{8}(?![A-Z0-9])'
        anchors = ["KID"]
        starts_at_anchor = true
        reach = { before = 4, after = 16 }
        examples = ["id KID{upper-hex:8}."]
        """

    private struct Outcome: Equatable {
        let starts: [Int]
        let lines: [Int]
        let end: SegmentFeeder.End
    }

    private static func feed(
        _ source: inout TestSource, rules: CompiledRuleSet, chunkSize: Int = 4_096, limit: Int? = nil,
        stopAfter: Int = .max
    ) throws -> Outcome {
        var scanner = try Scanner(rules, options: Runs.options())
        var feeder = SegmentFeeder(context: rules.context, chunkSize: chunkSize)
        var asked = 0
        let provenance = Provenance(.file(RawPath("source")))
        func shouldStop() -> Bool {
            asked += 1
            return asked > stopAfter
        }
        let end = feeder.feed(&source, to: &scanner, limit: limit, shouldStop: shouldStop) { provenance }
        let report = scanner.finish { provenance }
        return Outcome(
            starts: report.findings.map(\.location.bytes.lowerBound), lines: report.findings.map(\.location.start.line),
            end: end)
    }

    /// `count` bytes with ids at these offsets, a line each.
    private static func text(_ count: Int, ids: [Int]) -> [UInt8] {
        var text = [UInt8](repeating: 0x2E, count: count)
        for (index, offset) in ids.enumerated() {
            let id = Array("\nKID0000000\(index % 10)\n".utf8)
            text.replaceSubrange(offset - 1..<offset - 1 + id.count, with: id)
        }
        return text
    }

    private static func expected(_ count: Int, ids: [Int]) -> Outcome {
        Outcome(starts: ids, lines: ids.indices.map { 2 * $0 + 2 }, end: .complete(bytes: count))
    }

    @Test(arguments: [[1], [.max], [7, 4_096, 1], [1_000], [Int](1...40)])
    func portionsOfEverySize(portions: [Int]) throws {
        let rules = try Runs.user(Self.rule)
        let ids = [1, 500, 4_085, 5_300, 5_321, 9_000, 11_980]
        for tellsSize in [true, false] {
            var source = TestSource(Self.text(12_000, ids: ids))
            source.tellsSize = tellsSize
            source.portions = portions
            #expect(try Self.feed(&source, rules: rules) == Self.expected(12_000, ids: ids))
        }
    }

    @Test func sizesAroundEveryBorder() throws {
        let rules = try Runs.user(Self.rule)
        let (before, after) = (rules.context.before, rules.context.after)
        let buffer = before + 4_096 + 2 * after
        let borders = [0, 1, after, before, before + 4_096, buffer - after, buffer, 2 * 4_096 + before, 2 * buffer]
        for size in Set(borders.flatMap { max(0, $0 - 14)...($0 + 14) }).sorted() {
            let ids = size < 60 ? [] : [1, size / 2, size - 12]
            var source = TestSource(Self.text(size, ids: ids))
            let outcome = try Self.feed(&source, rules: rules)
            if outcome != Self.expected(size, ids: ids) {
                Issue.record("\(size) bytes: \(outcome)")
                return
            }
        }
    }

    /// what was read before an error was searched, and the error says where.
    @Test(arguments: 1...12)
    func anErrorAtTheNthRead(number: Int) throws {
        let rules = try Runs.user(Self.rule)
        let ids = (0..<12).map { $0 * 1_000 + 500 }
        var source = TestSource(Self.text(12_000, ids: ids))
        source.portions = [1_000]
        source.failingRead = number
        let outcome = try Self.feed(&source, rules: rules)
        let read = source.lastOffset
        #expect(source.reads == number && (read == 0) == (number == 1))
        #expect(outcome.end == .failed(ByteSourceError(offset: read, errorNumber: 5)))
        #expect(outcome.starts == ids.filter { $0 + 11 <= read })
        let shortfall = BlobOutcome(report: BlobReport(), end: outcome.end).shortfall(stopReason: nil, change: nil)
        #expect(shortfall?.reason == .ioError && shortfall?.examinedBytes == read)
        #expect(shortfall?.note.contains("byte \(read)") == true)
    }

    @Test func theLimitIsExact() throws {
        let rules = try Runs.user(Self.rule)
        for (size, limit, isWhole) in [
            (10_000, 10_000, true), (10_000, 10_001, true), (10_001, 10_000, false), (30_000, 9_000, false),
        ] {
            var source = TestSource(Self.text(size, ids: [100]))
            source.tellsSize = false
            let outcome = try Self.feed(&source, rules: rules, limit: limit)
            if isWhole {
                #expect(outcome.end == .complete(bytes: size))
            } else {
                guard case .stopped(let bytes) = outcome.end else {
                    Issue.record("\(outcome.end)")
                    continue
                }
                // One byte more may be read, to see that there is more.
                #expect((limit...limit + 1).contains(bytes))
            }
            #expect(outcome.starts == [100])
        }
    }

    @Test func stopping() throws {
        let rules = try Runs.user(Self.rule)
        let ids = (0..<12).map { $0 * 1_000 + 500 }
        for reads in 0...5 {
            var source = TestSource(Self.text(12_000, ids: ids))
            source.portions = [1_000]
            let outcome = try Self.feed(&source, rules: rules, stopAfter: reads)
            #expect(outcome.end == .stopped(bytes: reads * 1_000))
            #expect(outcome.starts == ids.filter { $0 < reads * 1_000 })
            let shortfall = BlobOutcome(report: BlobReport(), end: outcome.end)
            #expect(shortfall.shortfall(stopReason: .timeout, change: nil)?.reason == .timeout)
            #expect(shortfall.shortfall(stopReason: nil, change: nil)?.reason == .size)
        }
    }

    /// A sparse source gives what the same source gives without saying where its holes are.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func holesAreZeros(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rules = try Runs.user(Self.rule)
        let least = 2 * (rules.context.before + rules.context.after)
        var (content, holes): ([UInt8], [Range<Int>]) = ([], [])
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if Bool.random(using: &random) {
                let count = Int.random(in: 30...6_000, using: &random)
                content += Self.text(count, ids: [1, count - 12])
            }
            let hole = content.count..<content.count + least + Int.random(in: -20...20_000, using: &random)
            holes.append(hole)
            content += [UInt8](repeating: 0, count: hole.count)
        }
        if Bool.random(using: &random) { content += Array("KID01234567".utf8) }
        var plain = TestSource(content)
        var sparse = TestSource(content)
        sparse.holes = holes
        sparse.portions = [.max, 777]
        let outcome = try Self.feed(&sparse, rules: rules)
        #expect(outcome == (try Self.feed(&plain, rules: rules)))
        #expect(outcome.end == .complete(bytes: content.count))
    }

    @Test func oneFeederServesManySources() throws {
        let rules = try Runs.builtIn()
        var scanner = try Scanner(rules, options: Runs.options())
        var feeder = SegmentFeeder(context: rules.context, chunkSize: 4_096)
        let provenance = Provenance(.standardInput)
        for seed in 0..<6 as Range<UInt64> {
            let key = try Runs.keyID(seed)
            var source = TestSource(Array("\(String(repeating: "x\n", count: seed % 2 == 0 ? 3 : 60_000))\(key)".utf8))
            let count = source.content.count
            let end = feeder.feed(&source, to: &scanner, limit: nil, shouldStop: { false }) { provenance }
            #expect(end == .complete(bytes: count))
            let report = scanner.finish { provenance }
            #expect(report.findings.map(\.secret) == [Secret(Array(key.utf8))])
        }
    }

    /// a line without end, found at its start, its middle and its end.
    @Test func aLineOfTwentyMillionBytes() throws {
        let rules = try Runs.user(Self.rule)
        let count = 20_000_000
        let offsets = [1, count / 2, count - 12]
        let id = Array(".KID01234567.".utf8)
        var source = SyntheticSource(count: count, fill: 0x6B, texts: offsets.map { (offset: $0 - 1, bytes: id) })
        var scanner = try Scanner(rules, options: Runs.options())
        var feeder = SegmentFeeder(context: rules.context, chunkSize: SegmentFeeder.defaultChunkSize)
        let provenance = Provenance(.file(RawPath("line")))
        let end = feeder.feed(&source, to: &scanner, limit: nil, shouldStop: { false }) { provenance }
        #expect(end == .complete(bytes: count))
        let findings = scanner.finish { provenance }.findings
        #expect(findings.map(\.location.bytes.lowerBound) == offsets)
        #expect(findings.map(\.location.start.column) == offsets.map { $0 + 1 })
        #expect(findings.allSatisfy { $0.location.start.line == 1 })
    }
}
