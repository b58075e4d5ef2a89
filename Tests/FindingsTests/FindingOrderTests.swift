import Blobs
import Findings
import Testing

@Suite struct FindingOrderTests {
    /// Path by bytes, then content before what is derived from it, then place, then rule.
    private static let ordered = [
        Sample.finding("A"), Sample.finding("a", bytes: 0..<4), Sample.finding("a", bytes: 0..<8, rule: "a"),
        Sample.finding("a", bytes: 0..<8, rule: "b"), Sample.finding("a", bytes: 1..<2),
        Sample.finding("a", bytes: 0..<1, steps: [.name]), Sample.finding("a.b"), Sample.finding("a/b"),
        Sample.finding("b"), Sample.finding("é"),
    ]

    @Test(arguments: 0..<10 as Range<UInt64>)
    func anyOrderIsPutInOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sorted = Self.ordered.shuffled(using: &random).sorted(by: Finding.isOrderedBefore)
        #expect(sorted.map(Self.key) == Self.ordered.map(Self.key))
    }

    @Test func everyPairIsOrderedOneWay() {
        for (left, first) in Self.ordered.enumerated() {
            for (right, second) in Self.ordered.enumerated() {
                #expect(Finding.isOrderedBefore(first, second) == (left < right))
            }
        }
    }

    /// A link's name and its target are different texts of the same entry, and hold different secrets.
    @Test func textsOfOneEntryHaveAnOrder() {
        let name = Sample.finding("a", bytes: 0..<8, secret: Secret([1, 1, 1, 1]), steps: [.name])
        let target = Sample.finding("a", bytes: 0..<8, secret: Secret([2, 2, 2, 2]), steps: [.linkTarget])
        #expect(Finding.isOrderedBefore(name, target) != Finding.isOrderedBefore(target, name))
    }

    @Test func confidenceLevels() {
        let levels: [(Float, Confidence?)] = [
            (0, nil), (0.19, nil), (0.2, .low), (0.59, .low), (0.6, .medium), (0.84, .medium), (0.85, .high),
            (1, .high),
        ]
        for (score, level) in levels { #expect(Confidence(score: score) == level) }
        #expect(
            Confidence.allCases == Confidence.allCases.sorted() && Confidence.low < .medium && Confidence.medium < .high
        )
    }

    private static func key(_ finding: Finding) -> String {
        "\(finding.provenance.path.lossyText) \(finding.provenance.steps.count) "
            + "\(finding.location.bytes) \(finding.rule.id)"
    }
}
