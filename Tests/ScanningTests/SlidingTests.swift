import Findings
import Testing

@testable import Scanning

/// a credential over a border is found at every offset, once, at its place.
@Suite struct SlidingTests {
    enum Credential: CaseIterable {
        case pair, sessionToken, longKey

        func text() throws -> [UInt8] {
            switch self {
            case .pair: try Samples.pair(22)
            case .sessionToken: try Samples.sessionToken(22)
            case .longKey: Samples.longPEM(22)
            }
        }

        var rule: String {
            switch self {
            case .pair: "aws-access-key-pair"
            case .sessionToken: "aws-session-token"
            case .longKey: "private-key"
            }
        }
    }

    /// What stands around a credential. Each is as many bytes long as a place needs.
    private static func filler(_ kind: Int, count: Int) -> [UInt8] {
        switch kind {
        case 0: [UInt8](repeating: 0x2E, count: count)
        case 1: [UInt8](repeating: 0x0A, count: count)
        case 2: (0..<count).map { $0 % 2 == count % 2 ? 0x0D : 0x0A }
        default: (0..<count).map { $0 % 9 > 6 ? 0x0A : 0x20 }
        }
    }

    /// Starts of a credential of `count` bytes around a border: all near its ends, and some between.
    private static func starts(border: Int, count: Int, near: Int, between: Int, seed: UInt64) -> [Int] {
        var random = SeededGenerator(seed: seed)
        let first = max(0, border - count - 1)
        var starts = Set((border - near)...(border + 1)).union(first...first + near)
        if count <= 2 * near { starts.formUnion(first...border + 1) }
        for _ in 0..<between { starts.insert(Int.random(in: first...border, using: &random)) }
        return starts.filter { $0 >= 0 }.sorted()
    }

    private static func slide(
        _ credential: Credential, chunk: Int, near: Int, between: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let secret = try credential.text()
        var placements = 0
        for (index, start) in starts(border: chunk, count: secret.count, near: near, between: between, seed: 1)
            .enumerated()
        {
            let text = filler(index % 4, count: start) + secret + filler(index % 4, count: 40)
            let cuts = stride(from: chunk, to: text.count, by: chunk).map { $0 }
            let pieces = try bench.scan(text, cuts: cuts)
            let found = pieces.findings.first
            let tail = secret.count - (credential == .pair ? 40 : secret.count)
            let place = start + tail
            let isRight =
                pieces.findings.count == 1 && found?.rule == credential.rule
                && found?.location.bytes == place..<start + secret.count
                && found?.location.start == NaivePlace.point(of: place, in: text)
                && found?.location.end == NaivePlace.end(start + secret.count, in: text)
            placements += 1
            if !isRight {
                Issue.record(
                    "\(credential) at \(start), filler \(index % 4), chunks of \(chunk): \(pieces.findings)",
                    sourceLocation: sourceLocation)
                return
            }
        }
        #expect(placements > near, sourceLocation: sourceLocation)
    }

    @Test(arguments: [4_096, 10_240, 13_312])
    func aPairAtEveryOffset(chunk: Int) throws {
        try Self.slide(.pair, chunk: chunk, near: 60, between: 0)
    }

    @Test(arguments: [4_096, 8_192, 10_240])
    func aSessionToken(chunk: Int) throws {
        try Self.slide(.sessionToken, chunk: chunk, near: 20, between: 20)
    }

    @Test(arguments: [4_096, 16_384])
    func aKeyOfTwelveKilobytes(chunk: Int) throws {
        try Self.slide(.longKey, chunk: chunk, near: 12, between: 20)
    }

    @Test(arguments: [65_536, 100_000, 125_000], Credential.allCases)
    func largerChunks(chunk: Int, credential: Credential) throws {
        try Self.slide(credential, chunk: chunk, near: 2, between: 2)
    }

    /// A border between any two bytes of a credential, and several of them.
    @Test func aPairCutEverywhere() throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let pair = try Samples.pair(22)
        let text = Array("[default]\n".utf8) + pair + Array("\n".utf8)
        let whole = try bench.scan(whole: text)
        #expect(whole.findings.count == 1)
        for cut in 1..<text.count {
            #expect(try bench.scan(text, cuts: [cut]) == whole)
        }
        #expect(try bench.scan(text, cuts: Array(1..<text.count)) == whole)
    }

    /// The same border in decoded text, where it can fall into a code unit.
    @Test(arguments: [true, false])
    func aPairInUTF16(isLittleEndian: Bool) throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let pair = try Samples.pair(22)
        func wide(_ text: [UInt8]) -> [UInt8] { text.flatMap { isLittleEndian ? [$0, 0] : [0, $0] } }
        let mark: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for start in stride(from: 4_096 - 2 * pair.count - 4, to: 4_100, by: 3) {
            let text = mark + wide([UInt8](repeating: 0x0A, count: start / 2)) + wide(pair) + wide(Array("\nend".utf8))
            let whole = try bench.scan(whole: text)
            #expect(whole.findings.count == 1)
            for cut in [4_096, 4_097] {
                let pieces = try bench.scan(text, cuts: [cut])
                if let difference = pieces.difference(from: whole) {
                    Issue.record("start \(start), cut \(cut): \(difference)")
                    return
                }
            }
        }
    }
}
