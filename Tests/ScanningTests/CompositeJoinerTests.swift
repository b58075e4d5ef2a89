import Findings
import Rules
import Scoring
import Testing

@testable import Scanning

@Suite struct CompositeJoinerTests {
    /// Rule 0 is the id, rules 1 and 2 are secrets; the secret is the primary part.
    private static func pair(bytes: Int = 100, lines: Int? = nil) throws -> [CompositeTraits] {
        try traits(CompositeDistance(bytes: bytes, lines: lines), parts: [["r0"], ["r1", "r2"]], primary: 1)
    }

    private static func traits(_ distance: CompositeDistance, parts: [[String]], primary: Int) throws
        -> [CompositeTraits]
    {
        let rules = (0..<5).map { index in
            Rule(
                id: "r\(index)", title: "Rule", pattern: "abc\(index)",
                anchors: [.literal([0x61, 0x62, 0x63], ignoresCase: false)],
                traits: RuleTraits(severity: .low, reach: Reach(before: 0, after: 1), confidence: 0.5))
        }
        let composite = CompositeRule(
            id: "c", title: "Composite", severity: .high, confidence: 0.9,
            parts: parts.enumerated().map { CompositeRule.Part(role: "role \($0)", rules: $1) }, primary: primary,
            distance: distance)
        return try RuleSet([try RuleTable(rules: rules, composites: [composite])]).composites
    }

    /// For each primary that joined, its partners.
    private static func joins(
        _ matches: [PendingMatch], survives: [Bool]? = nil, _ composites: [CompositeTraits]
    ) -> [Int: [Int]] {
        let joiner = CompositeJoiner(
            matches, survives: survives ?? matches.map { _ in true }, composites: composites)
        var result: [Int: [Int]] = [:]
        for (index, join) in joiner.joins.enumerated() { result[index] = join?.partners.map(\.match) }
        let partners = Set(result.values.joined())
        #expect(joiner.primaries.map { !$0.isEmpty } == matches.indices.map(partners.contains))
        return result
    }

    @Test func theNearestPartnerIsTaken() throws {
        let pair = try Self.pair()
        #expect(Self.joins([.sample(0..<10), .sample(20..<30, rule: 1)], pair) == [1: [0]])
        #expect(Self.joins([.sample(0..<10, rule: 2), .sample(20..<30)], pair) == [0: [1]])
        #expect(Self.joins([.sample(0..<10), .sample(20..<30, rule: 1), .sample(35..<45)], pair) == [1: [2]])
        #expect(
            Self.joins([.sample(0..<10), .sample(20..<30, rule: 1), .sample(40..<50)], pair) == [1: [0]], "equally near"
        )
        #expect(Self.joins([.sample(0..<10), .sample(20..<30)], pair).isEmpty)
        #expect(Self.joins([.sample(0..<10, rule: 1), .sample(20..<30, rule: 2)], pair).isEmpty)
    }

    @Test func onePartnerServesSeveral() throws {
        let matches: [PendingMatch] = [.sample(0..<10, rule: 1), .sample(20..<30), .sample(40..<50, rule: 2)]
        #expect(Self.joins(matches, try Self.pair()) == [0: [1], 2: [1]])
    }

    @Test(arguments: [(100, true), (99, false)])
    func theDistanceInBytesIsTheGap(distance: Int, isJoined: Bool) throws {
        let pair = try Self.pair(bytes: distance)
        #expect(Self.joins([.sample(0..<10), .sample(110..<120, rule: 1)], pair).isEmpty != isJoined)
        #expect(Self.joins([.sample(0..<10, rule: 1), .sample(110..<120)], pair).isEmpty != isJoined)
    }

    @Test func theDistanceInLinesIsFromEndToStart() throws {
        let pair = try Self.pair(lines: 2)
        #expect(Self.joins([.sample(0..<10, line: 1), .sample(20..<30, rule: 1, line: 3)], pair) == [1: [0]])
        #expect(Self.joins([.sample(0..<10, line: 1), .sample(20..<30, rule: 1, line: 4)], pair).isEmpty)
        #expect(
            Self.joins([.sample(0..<10, line: 1, endLine: 2), .sample(20..<30, rule: 1, line: 4)], pair) == [1: [0]])
    }

    @Test func onlyWhoIsFitPlays() throws {
        let pair = try Self.pair()
        let secret = PendingMatch.sample(20..<30, rule: 1)
        #expect(Self.joins([.sample(0..<10, verdict: .impossible, score: 0.9), secret], pair).isEmpty)
        #expect(Self.joins([.sample(0..<10, disposition: .documentationExample), secret], pair).isEmpty)
        #expect(Self.joins([.sample(0..<10, disposition: .canary), secret], pair) == [1: [0]])
        #expect(Self.joins([.sample(0..<10, score: 0.1), secret], pair).isEmpty)
        #expect(Self.joins([.sample(0..<10, score: 0.1, paired: 0.2), secret], pair) == [1: [0]])
        #expect(Self.joins([.sample(0..<10), secret], survives: [false, true], pair).isEmpty)
        #expect(Self.joins([.sample(0..<10), secret], survives: [true, false], pair).isEmpty)
    }

    @Test func threePartsNeedAllThree() throws {
        let triple = try Self.traits(CompositeDistance(bytes: 50), parts: [["r0"], ["r1"], ["r2"]], primary: 0)
        #expect(Self.joins([.sample(0..<5), .sample(10..<15, rule: 1)], triple).isEmpty)
        let all: [PendingMatch] = [.sample(0..<5, rule: 2), .sample(10..<15), .sample(20..<25, rule: 1)]
        #expect(Self.joins(all, triple) == [1: [2, 0]])
        let far: [PendingMatch] = [.sample(0..<5, rule: 2), .sample(56..<60), .sample(62..<65, rule: 1)]
        #expect(Self.joins(far, triple).isEmpty)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func randomListsAgainstTheDefinition(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (matches, position): ([PendingMatch], Int) = ([], 0)
        for _ in 0..<30 {
            position += Int.random(in: 0...40, using: &random)
            let end = position + Int.random(in: 1...20, using: &random)
            matches.append(
                .sample(position..<end, rule: UInt16.random(in: 0...3, using: &random), line: 1 + position / 25))
            position = end
        }
        var expected: [Int: [Int]] = [:]
        for (index, primary) in matches.enumerated() where (1...2).contains(primary.rule.rawValue) {
            let partner = matches.indices
                .filter { other in
                    matches[other].rule.rawValue == 0 && abs(matches[other].start.line - primary.start.line) <= 2
                        && CompositeDistance.gap(between: matches[other].bytes, and: primary.bytes) <= 45
                }
                .min { left, right in
                    (CompositeDistance.gap(between: matches[left].bytes, and: primary.bytes), left)
                        < (CompositeDistance.gap(between: matches[right].bytes, and: primary.bytes), right)
                }
            if let partner { expected[index] = [partner] }
        }
        #expect(Self.joins(matches, try Self.pair(bytes: 45, lines: 2)) == expected)
    }
}
