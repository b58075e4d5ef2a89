import Blobs
import Findings
import Testing

@testable import Scanning

/// What is found in encoded text does not depend on where segments are cut, nor on what is known from an older version.
@Suite struct EncodedSegmentTests {
    private static let small = [
        "KID{upper-hex:8}", " KID{upper-hex:8} ", "{hex:24}", " {hex:24}.", "my_token = {alnum:12} some words ",
        "KID{upper-hex:8} {hex:24}\n", "<<a{lower:10}>>", "{word} {word} ", "\n", "\r\n", "é😀",
        "some words of a text, and more {word} ",
    ]
    private static let builtIn = [
        "AKIAY{base32:15}", "key={base64:40}\n", "some words of a text {word} ", "\n", "secret key {word} ",
        "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n", "{base64:64}", "{hex:40} ",
        "ghp_{alnum:36} ", "IQoJb3JpZ2luX2Vj{base64:200}",
    ]

    private static func encode(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<15, using: &random) {
        case 0: return Encoder.base64(text)
        case 1: return Encoder.base64(text, isURL: true, isPadded: false)
        case 2: return Encoder.lines(Encoder.base64(text), length: Int.random(in: 40...80, using: &random))
        case 3: return Encoder.lines(Encoder.base64(text), length: 64, end: "\\n")
        case 4: return Encoder.base64(Encoder.utf16(text))
        case 5: return Encoder.hexadecimal(text)
        case 6: return Encoder.percent(text)
        case 7: return Encoder.escapesX(text)
        case 8: return Encoder.references(text)
        case 9: return Encoder.base64(encode(text, &random))
        case 10: return Encoder.base64(random.bytes(text.count, of: Array(0...255)) + text)
        case 11: return Encoder.lines(Encoder.hexadecimal(text), length: 60)
        case 12: return Encoder.lines(Encoder.base64(Compressor.compress(text)), length: 76)
        case 13: return Encoder.base64(Encoder.base64(Compressor.compress(encode(text, &random), as: .zlib)))
        default: return Encoder.hexadecimal(Compressor.compress(text, as: .zlib))
        }
    }

    /// The text with a seam in it every so often.
    private static func interrupted(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let seams = ["\" + \"", "\" \"", "\\\n", "=\n", "\u{200B}", "\u{AD}", "а", "Ａ"].map { Array($0.utf8) }
        let seam = seams.randomElement(using: &random) ?? []
        return text.flatMap { byte in Int.random(in: 0..<12, using: &random) == 0 ? [byte] + seam : [byte] }
    }

    private static func text(_ random: inout SeededGenerator, templates: [String], count: Int) throws -> [UInt8] {
        var text: [UInt8] = []
        while text.count < count {
            var part: [UInt8] = []
            // Most texts are short, some are longer than any window.
            let most = Int.random(in: 0..<6, using: &random) == 0 ? count / 4 : 200
            let length = Int.random(in: 1...most, using: &random)
            while part.count < length {
                part += try Samples.text(templates.randomElement(using: &random) ?? "", seed: random.next())
            }
            text += Int.random(in: 0..<4, using: &random) == 0 ? part : encode(part, &random)
            if Int.random(in: 0..<4, using: &random) == 0 { text += interrupted(part, &random) }
            let between = ["\n", "\"\n", " ", "\n  name: \"", ".", "", "zzz\n", "\u{0}"].randomElement(using: &random)
            text += Array((between ?? "").utf8)
        }
        return text
    }

    private static func cuts(_ random: inout SeededGenerator, in count: Int, most: Int) -> [Int] {
        let cuts = (0..<Int.random(in: 1...most, using: &random)).map { _ in Int.random(in: 1..<count, using: &random) }
        return Set(cuts).sorted()
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func smallRulesAtManyCuts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        let text = try Self.text(&random, templates: Self.small, count: 12_000)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.contains { $0.steps.count > 1 })
        for _ in 0..<3 {
            let cuts = Self.cuts(&random, in: text.count, most: 30)
            let pieces = try bench.scan(text, cuts: cuts) { Int.random(in: 0...50, using: &random) }
            if let difference = pieces.difference(from: whole) { Issue.record("cuts \(cuts): \(difference)") }
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func builtInRulesAtRandomCuts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.builtIn()
        let text = try Self.text(&random, templates: Self.builtIn, count: 150_000)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count { $0.steps.count > 1 } > 10)
        let cuts = Self.cuts(&random, in: text.count, most: 6)
        let pieces = try bench.scan(text, cuts: cuts) { Bool.random(using: &random) ? 0 : 777 }
        if let difference = pieces.difference(from: whole) { Issue.record("cuts \(cuts): \(difference)") }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func behindHoles(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        var text = try Self.text(&random, templates: Self.small, count: 5_000)
        let start = text.count
        let context = bench.rules.context
        text += [UInt8](
            repeating: 0, count: 2 * (context.before + context.after) + Int.random(in: 1...5_000, using: &random))
        let hole = start..<text.count
        text += try Self.text(&random, templates: Self.small, count: 5_000)
        let whole = try bench.scan(whole: text)
        let cuts = Self.cuts(&random, in: text.count, most: 8)
        let pieces = try bench.scan(text, cuts: cuts, holes: [hole])
        if let difference = pieces.difference(from: whole) { Issue.record("cuts \(cuts): \(difference)") }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func versions(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Bench.user(SmallRules.text)
        var text = try (0..<60).flatMap { _ in
            try Samples.text(Self.small.randomElement(using: &random) ?? "", seed: random.next())
        }
        var scanner = try Scanner(bench.rules, options: bench.options)
        var whole = try Scanner(bench.rules, options: bench.options)
        var memory = BlobMemory.none
        var old: [UInt8] = []
        for version in 0..<12 {
            let seam = old.isEmpty ? 0 : Int.random(in: 0...old.count, using: &random)
            let inserted: [UInt8]
            switch version % 4 {
            case 0: inserted = []
            case 1: inserted = Self.encode(text, &random)
            case 2: inserted = Array(Encoder.base64(text).prefix(Int.random(in: 0...100, using: &random)))
            default: inserted = Array("{}".utf8)
            }
            // A long run without text, too, that is cut and put together again.
            let removed = version % 4 == 3 ? Int.random(in: 0...(old.count - seam), using: &random) : 0
            let new = old.isEmpty ? text : Array(old[..<seam]) + inserted + Array(old[(seam + removed)...])
            let copies =
                old.isEmpty
                ? []
                : [
                    CopiedRange(0..<seam, from: 0),
                    CopiedRange(seam + inserted.count..<new.count, from: seam + removed),
                ].filter { !$0.range.isEmpty }
            let (report, next) = scanner.scan(version: new.span, of: memory, copies: copies) { Bench.provenance }
            whole.begin(ignoresPath: true)
            whole.scan(new.span, origin: 0, core: 0..<new.count, continuation: .end) { Bench.provenance }
            let expected = BlobSummary(whole.finish { Bench.provenance })
            let difference = BlobSummary(report).difference(from: expected)
            #expect(difference == nil, "version \(version)")
            (memory, old) = (next, Array(new.prefix(6_000)))
            if old.count < new.count { memory = .none }
            text = Array(text.shuffled(using: &random).prefix(400))
        }
    }

    /// A token in base64 over the border of a cell, at every offset.
    @Test(arguments: [0, 1, 2] as [Int])
    func borderOfACell(shift: Int) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let size = bench.rules.context.cells.size
        let token = try Samples.keyID(14)
        let encoded = Encoder.base64([UInt8](repeating: 0x20, count: shift) + token + Array(" \n".utf8))
        for start in stride(from: size - encoded.count - 2, to: size + 3, by: 1) {
            let text = [UInt8](repeating: 0x2E, count: start) + encoded + Array("\n".utf8)
            let report = try bench.scan(whole: text)
            #expect(report.findings.map(\.secret) == [Secret(token)], "\(start)")
        }
    }

    /// One line of base64, longer than any window, with tokens all over it.
    @Test func aLongLine() throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let filler = String(repeating: "some words and nothing else. ", count: 40)
        var (text, keys): ([UInt8], [Secret]) = ([], [])
        for seed in 0..<100 as Range<UInt64> {
            let key = try Samples.keyID(seed)
            keys.append(Secret(key))
            text += Array(filler.utf8) + key + [0x0A]
        }
        let report = try bench.scan(whole: Array("x = ".utf8) + Encoder.base64(text))
        #expect(report.findings.map(\.secret) == keys)
    }
}
