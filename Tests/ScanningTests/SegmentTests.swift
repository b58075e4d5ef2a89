import Findings
import PCRE2
import Testing

@testable import Scanning

/// What is found does not depend on where segments are cut, nor on how anchors and patterns are run.
@Suite struct SegmentTests {
    private static let builtInTemplates = [
        "AKIAY{base32:15}", "AKIAQ{base32:15}", "ASIAY{base32:15} ", "{base64:40}", "key={base64:40}\n",
        "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n", "secret_key: '{base64:40}'",
        "AKIAY{base32:15},{base64:40}\r\n", "AKIA{text:IOSFODNN7}EXAMPLE", "{pem:ec}\n", "{pem:openssh}",
        "-----BEGIN RSA PRIVATE KEY-----\n", "-----END RSA PRIVATE KEY-----\n", "-----BEGIN ", "aws_secret",
        "IQoJb3JpZ2luX2Vj{base64:200}", "FwoGZXIvYXdz{base64:300}=", "amzn.mws.{uuid}", "{hex:40} ", "{base64:64}",
        "https://{word}.s3.amazonaws.com/?AWSAccessKeyId=AKIAQ{base32:15}&Signature={percent-of:{base64:27}=}&E=1",
        "secret key", "{word} ", "{word}\n", "\n\n", "\r\n", "\t{alnum:39} ", "é€",
    ]
    private static let smallTemplates = [
        "KID{upper-hex:8}", " KID{upper-hex:8} ", "KID", "{hex:24}", " {hex:24}.", "{hex:23} ", "token",
        "my_token = {alnum:12}",
        "token: {alnum:5} ", "KID{upper-hex:8} {hex:24}\n", "<<a{lower:10}>>", "<<<K{lower:30}>>", "<<", ">>",
        "{word} ", "\n",
        "\r\n", "é😀", " KID00000000 ", "<<aKID{upper-hex:8} {hex:24}>>",
    ]

    /// Pieces one after the other, some of them in wide code units, with bytes between them.
    private static func text(_ random: inout SeededGenerator, templates: [String], count: Int) throws -> [UInt8] {
        var text: [UInt8] = []
        while text.count < count {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let template = templates.randomElement(using: &random) ?? ""
                let piece = try Samples.text(template, seed: random.next())
                switch Int.random(in: 0..<12, using: &random) {
                case 0: text += piece.flatMap { [$0, 0] }
                case 1: text += piece.flatMap { [0, $0] }
                case 2: text += piece.flatMap { [$0, 0, 0, 0] }
                default: text += piece
                }
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                let filler: [UInt8] = [0, 0x0A, 0x20, 0xFF, 0x6B]
                let byte = filler.randomElement(using: &random) ?? 0
                text += [UInt8](repeating: byte, count: Int.random(in: 1...300, using: &random))
            }
        }
        return text
    }

    private static func wide(_ text: [UInt8], isLittleEndian: Bool) -> [UInt8] {
        (isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
            + String(decoding: text, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
                return isLittleEndian ? bytes : bytes.reversed()
            }
    }

    private static func cuts(_ random: inout SeededGenerator, in count: Int, most: Int) -> [Int] {
        let cuts = (0..<Int.random(in: 1...most, using: &random)).map { _ in Int.random(in: 1..<count, using: &random) }
        return Set(cuts).sorted()
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func builtInRulesAtRandomCuts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.builtIn()
        let text = try Self.text(&random, templates: Self.builtInTemplates, count: 60_000)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count > 10 && whole.failures.isEmpty)
        let cuts = Self.cuts(&random, in: text.count, most: 6)
        let pieces = try bench.scan(text, cuts: cuts) { Bool.random(using: &random) ? 0 : 777 }
        if let difference = pieces.difference(from: whole) { Issue.record("cuts \(cuts): \(difference)") }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func smallRulesAtManyCuts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        var text = try Self.text(&random, templates: Self.smallTemplates, count: 6_000)
        if seed % 3 == 1 { text = Self.wide(text, isLittleEndian: seed % 2 == 0) }
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count > 10 && whole.failures.isEmpty)
        for _ in 0..<3 {
            // What a blob's encoding is, its first segment says.
            let cuts = Self.cuts(&random, in: text.count, most: 30).filter { $0 >= TextEncodingDetector.sampleSize }
            let early = seed % 3 == 1 ? [] : Self.cuts(&random, in: 4_000, most: 20)
            let pieces = try bench.scan(text, cuts: early + cuts) { Int.random(in: 0...50, using: &random) }
            if let difference = pieces.difference(from: whole) { Issue.record("cuts \(early + cuts): \(difference)") }
        }
    }

    /// Enough matches that the ledger settles lots before the end.
    @Test(arguments: 0..<3 as Range<UInt64>)
    func lotsOfMatches(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        var text: [UInt8] = []
        var ids: [[UInt8]] = []
        for index in 0..<40 { ids.append(try Samples.text("KID{upper-hex:8}", seed: UInt64(index))) }
        let secrets = try (0..<40).map { try Samples.text("{hex:24}", seed: UInt64($0)) }
        for _ in 0..<6_000 {
            text += ids.randomElement(using: &random) ?? []
            text += Array(
                [" ", "\n", " x ", "\r\n", "............................ "].randomElement(using: &random)?.utf8
                    ?? "".utf8)
            if Int.random(in: 0..<3, using: &random) == 0 { text += secrets.randomElement(using: &random) ?? [] }
            text.append(0x0A)
        }
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count > 4_500)
        let cuts = stride(from: 5_000, to: text.count, by: Int.random(in: 4_000...9_000, using: &random)).map { $0 }
        let pieces = try bench.scan(text, cuts: cuts)
        if let difference = pieces.difference(from: whole) { Issue.record("\(difference)") }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func holesAreZeros(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        let least = 2 * (bench.rules.context.before + bench.rules.context.after)
        var text = seed % 4 == 0 ? [] : try Self.text(&random, templates: Self.smallTemplates, count: 4_200)
        var holes: [Range<Int>] = []
        for _ in 0..<3 {
            let hole = text.count..<text.count + least + Int.random(in: 1...999, using: &random)
            holes.append(hole)
            text += [UInt8](repeating: 0, count: hole.count)
            text += try Self.text(&random, templates: Self.smallTemplates, count: 500)
        }
        if seed % 5 == 0 { text += Array(" KID0123ABCD".utf8) }
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count > 5)
        let cuts = Self.cuts(&random, in: text.count, most: 8).filter { $0 > 4_200 }
        let pieces = try bench.scan(text, cuts: cuts, holes: holes)
        if let difference = pieces.difference(from: whole) {
            Issue.record("holes \(holes), cuts \(cuts): \(difference)")
        }
    }

    /// Every way to search, with both engines.
    private static let configurations = [JITPolicy.automatic, .never].flatMap { jit in
        Prefilter.allCases.filter(\.isSupported).map { (jit, $0) }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func everyConfigurationFindsTheSame(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = try Self.text(&random, templates: Self.builtInTemplates, count: 25_000)
        let expected = try Bench.builtIn(jit: .automatic, prefilter: .fast).scan(whole: text)
        #expect(expected.findings.count > 5)
        for (jit, prefilter) in Self.configurations {
            let other = try Bench.builtIn(jit: jit, prefilter: prefilter).scan(whole: text)
            if let difference = other.difference(from: expected) { Issue.record("\(jit) \(prefilter): \(difference)") }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func everyConfigurationOfSmallRulesFindsTheSame(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = try Self.text(&random, templates: Self.smallTemplates, count: 4_000)
        let expected = try Bench.user(SmallRules.text).scan(whole: text)
        #expect(expected.findings.count > 5)
        for (jit, prefilter) in Self.configurations {
            let other = try Bench.user(SmallRules.text, jit: jit, prefilter: prefilter).scan(whole: text)
            if let difference = other.difference(from: expected) { Issue.record("\(jit) \(prefilter): \(difference)") }
        }
    }

    /// One scanner serves many blobs, and remembers nothing of the last.
    @Test func blobsDoNotSeeEachOther() throws {
        var random = SeededGenerator(seed: 5)
        let bench = try Bench.user(SmallRules.text)
        let texts = try (0..<6).map { _ in try Self.text(&random, templates: Self.smallTemplates, count: 2_000) }
        var scanner = try Scanner(bench.rules, options: bench.options)
        for text in texts + texts.reversed() {
            let shared = BlobSummary(scanner.scan(whole: text.span) { Bench.provenance })
            #expect(shared.difference(from: try bench.scan(whole: text)) == nil)
        }
    }

    /// A primary part that is longer than its composite's distance: its better partner comes after the border.
    @Test func aPartnerBehindALongPrimary() throws {
        let rules = """
            [[rule]]
            id = "test-id"
            title = "Id"
            severity = "medium"
            confidence = 0.9
            pattern = 'KID[0-9A-F]{8}'
            anchors = ["KID"]
            starts_at_anchor = true
            reach = { before = 4, after = 16 }
            examples = ["KID{upper-hex:8}"]

            [[rule]]
            id = "test-long"
            title = "Long"
            severity = "medium"
            confidence = 0.9
            pattern = '<<a[a-z]{3000}>>'
            anchors = ["<<a"]
            starts_at_anchor = true
            reach = { before = 0, after = 3008 }
            examples = ["<<a{lower:3000}>>"]

            [[composite]]
            id = "test-pair"
            title = "Pair"
            severity = "critical"
            confidence = 0.9
            parts = [{ role = "id", rules = ["test-id"] }, { role = "long", rules = ["test-long"] }]
            primary = "long"
            distance = { bytes = 50 }
            examples = ["<<a{lower:3000}>>KID{upper-hex:8}"]
            """
        let bench = try Bench.user(rules)
        let filler = Array(String(repeating: "KID0123ABCD\n", count: 4_200).utf8)
        let dots = [UInt8](repeating: 0x2E, count: 20_000)
        let long = try Samples.text("<<a{lower:3000}>>", seed: 1)
        // The id in front is 20 bytes away, the one behind only 10.
        let text =
            filler + dots + Array("KIDAAAAAAAA".utf8) + dots.prefix(20) + long + dots.prefix(10)
            + Array("KIDBBBBBBBB".utf8)
            + dots
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.contains { $0.secret == Secret(Array("KIDAAAAAAAA".utf8)) })
        let start = filler.count + dots.count + 31
        for cut in stride(from: start, to: start + long.count + bench.rules.context.before, by: 500) {
            let pieces = try bench.scan(text, cuts: [cut])
            if let difference = pieces.difference(from: whole) {
                Issue.record("cut \(cut - start) bytes into the long part: \(difference)")
                return
            }
        }
    }
}
