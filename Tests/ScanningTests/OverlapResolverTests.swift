import Findings
import Rules
import Scoring
import Testing

@testable import Scanning

@Suite struct OverlapResolverTests {
    private static func survivors(_ matches: [PendingMatch]) -> [Range<Int>] {
        let sorted = matches.sorted(by: PendingMatch.isOrderedBefore)
        return zip(sorted, OverlapResolver.survivors(of: sorted)).filter(\.1).map(\.0.bytes)
    }

    @Test func matchesThatDoNotOverlapStay() {
        #expect(Self.survivors([.sample(0..<4), .sample(4..<8), .sample(10..<11)]) == [0..<4, 4..<8, 10..<11])
        #expect(Self.survivors([]).isEmpty)
    }

    @Test func theBestOfTwoStays() {
        let proven = PendingMatch.sample(4..<6, verdict: .proven, score: 0.3)
        let plausible = PendingMatch.sample(0..<20, score: 0.9)
        let impossible = PendingMatch.sample(0..<30, verdict: .impossible, score: 0)
        #expect(Self.survivors([proven, plausible]) == [4..<6])
        #expect(Self.survivors([impossible, plausible]) == [0..<20])
        #expect(Self.survivors([impossible, proven, plausible]) == [4..<6])
        // A published example is known for what it is, and must not be found as something else.
        let example = PendingMatch.sample(1..<3, score: 0.3, disposition: .documentationExample)
        #expect(Self.survivors([example, plausible]) == [1..<3])
        #expect(Self.survivors([.sample(0..<4, score: 0.5), .sample(2..<8, score: 0.6)]) == [2..<8])
        #expect(Self.survivors([.sample(0..<4, score: 0.5), .sample(2..<8, score: 0.5, paired: 0.9)]) == [2..<8])
    }

    @Test func whereAllIsEqualTheViewAndTheOrderDecide() {
        #expect(
            Self.survivors([
                .sample(0..<39, view: .region(.utf16LittleEndian)), .sample(0..<40, view: .whole(.utf16LittleEndian)),
            ]) == [0..<40])
        #expect(Self.survivors([.sample(0..<8), .sample(2..<9)]) == [0..<8])
        #expect(Self.survivors([.sample(0..<8), .sample(0..<8), .sample(0..<8)]) == [0..<8])
    }

    /// A chain: the best takes its place, and the rest of the chain what is left.
    @Test func aGroupIsSettledFromTheBestDown() {
        let chain: [PendingMatch] = [
            .sample(0..<10, score: 0.5), .sample(8..<20, score: 0.9), .sample(18..<30, score: 0.6),
            .sample(28..<40, score: 0.7),
        ]
        #expect(Self.survivors(chain) == [8..<20, 28..<40])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func survivorsAreTheGreedyChoice(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let matches = (0..<40).map { _ -> PendingMatch in
            let start = Int.random(in: 0..<120, using: &random)
            return .sample(
                start..<start + Int.random(in: 1...15, using: &random), rule: UInt16.random(in: 0..<3, using: &random),
                score: Float(Int.random(in: 2...5, using: &random)) / 10)
        }
        // The definition over the whole list: groups cannot matter.
        var kept: [PendingMatch] = []
        for match in matches.sorted(by: { $0.outranks($1) })
        where !kept.contains(where: { $0.bytes.overlaps(match.bytes) }) {
            kept.append(match)
        }
        let expected = kept.map(\.bytes).sorted { $0.lowerBound < $1.lowerBound }
        #expect(Self.survivors(matches) == expected)
        #expect(Self.survivors(matches.reversed()) == expected)
    }
}
