import Blobs
import Findings
import Testing

@testable import Scanning

/// A version of a blob, searched where it differs from the blob that it was made from, gives what it gives as a whole.
@Suite struct VersionTests {
    private static let small = [
        "KID{upper-hex:8}", " KID{upper-hex:8} ", "KID", "{hex:24}", " {hex:24}.", "token", "my_token = {alnum:12}",
        "KID{upper-hex:8} {hex:24}\n", "<<a{lower:10}>>", "<<<K{lower:30}>>", "<<", ">>", "{word} ", "\n", "\r\n",
        "é😀", " KID00000000 ", "{lower:60}\n", "{lower:200}",
    ]

    private static let real = [
        "AKIAY{base32:15}", "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n",
        "IQoJb3JpZ2luX2Vj{base64:600}", "{lower:60}\n", "{lower:600}\n", "password = \"{alnum:14}\"\n", "{base64:40}\n",
        "api_key: {alnum:32}\n", "datadog_api_key = {hex:32}\n", "{word} {word}\n", "\n", "{hex:64} ",
    ]

    /// Takes a text through a chain of random edits and compares each version.
    private static func check(
        _ bench: Bench, templates: [String], blocks: [[UInt8]], size: Int, versions: Int, seed: UInt64
    ) throws -> Int {
        var random = SeededGenerator(seed: seed)
        func piece() throws -> [UInt8] {
            if Int.random(in: 0..<40, using: &random) == 0, let block = blocks.randomElement(using: &random) {
                return block
            }
            return try Samples.text(templates.randomElement(using: &random) ?? "", seed: random.next())
        }
        var text: [UInt8] = []
        while text.count < size { text += try piece() }
        var scanner = try Scanner(bench.rules, options: bench.options)
        var whole = try Scanner(bench.rules, options: bench.options)
        func expected(_ text: [UInt8]) -> BlobSummary {
            whole.begin(ignoresPath: true)
            whole.scan(text.span, origin: 0, core: 0..<text.count, continuation: .end) { Bench.provenance }
            return BlobSummary(whole.finish { Bench.provenance })
        }
        var (report, memory) = scanner.scan(version: text.span, of: nil, copies: []) { Bench.provenance }
        var findings = report.findings.count
        #expect(BlobSummary(report).difference(from: expected(text)) == nil)
        for version in 0..<versions {
            var edited: [UInt8] = []
            var copies: [CopiedRange] = []
            var position = 0
            while position < text.count {
                let length = Int.random(in: 1...max(1, size / 3), using: &random)
                let end = min(text.count, position + length)
                // Some of what stays the same is told as inserted, and some is moved, as deltas do.
                let isMoved = Int.random(in: 0..<8, using: &random) == 0
                let start = isMoved ? Int.random(in: 0...position, using: &random) : position
                if Int.random(in: 0..<6, using: &random) > 0 {
                    copies.append(CopiedRange(edited.count..<edited.count + end - position, from: start))
                    edited += text[start..<start + end - position]
                } else {
                    edited += text[position..<end]
                }
                position = end
                switch Int.random(in: 0..<4, using: &random) {
                case 0: edited += try piece()
                case 1: position = min(text.count, position + Int.random(in: 1...40, using: &random))
                case 2 where version % 7 == 6: edited += [0]
                default: break
                }
            }
            (report, memory) = scanner.scan(version: edited.span, of: memory, copies: copies) { Bench.provenance }
            findings += report.findings.count
            let difference = BlobSummary(report).difference(from: expected(edited))
            #expect(difference == nil, "version \(version)")
            text = Array(edited.prefix(4 * size))
            if text.count < edited.count {
                (report, memory) = scanner.scan(version: text.span, of: nil, copies: []) { Bench.provenance }
            }
        }
        return findings
    }

    @Test("Small rules, many borders", arguments: 0..<20 as Range<UInt64>)
    func smallRules(seed: UInt64) throws {
        let bench = try Bench.user(SmallRules.text)
        let found = try Self.check(
            bench, templates: Self.small, blocks: [], size: 3_000, versions: 12, seed: seed)
        #expect(found > 20)
    }

    @Test("All rules, and keys longer than any margin", arguments: 0..<3 as Range<UInt64>)
    func builtInRules(seed: UInt64) throws {
        let bench = try Bench.builtIn()
        let blocks = [Samples.longPEM(seed), Samples.longPEM(seed + 1)]
        let found = try Self.check(
            bench, templates: Self.real, blocks: blocks, size: 20_000, versions: 5, seed: seed)
        #expect(found > 20)
    }

    @Test("Margins are small")
    func reach() throws {
        let reach = try Bench.builtIn().rules.versionReach()
        #expect(reach.narrow.before <= 32 && reach.narrow.after <= 160)
        #expect(reach.wide.after <= 1_100, "\(reach.wide)")
    }

    @Test("Nothing changed, nothing searched")
    func sameAgain() throws {
        let bench = try Bench.user(SmallRules.text)
        let text = Array("id KID0123ABCD. \(String(repeating: "x", count: 500)) token = abcdef123456".utf8)
        var scanner = try Scanner(bench.rules, options: bench.options)
        let (first, memory) = scanner.scan(version: text.span, of: nil, copies: []) { Bench.provenance }
        let before = scanner.counts.map(\.candidates)
        let copies = [CopiedRange(0..<text.count, from: 0)]
        let (second, _) = scanner.scan(version: text.span, of: memory, copies: copies) { Bench.provenance }
        #expect(BlobSummary(first) == BlobSummary(second))
        #expect(!first.findings.isEmpty)
        #expect(scanner.counts.map(\.candidates) == before)
    }
}
