import Blobs
import Findings
import Testing

@Suite struct CoverageTests {
    private static func diagnostic(
        _ path: String, _ reason: SkipReason = .unreadable, note: String = "", steps: [Provenance.Step] = []
    ) -> Diagnostic {
        Diagnostic(
            reason: reason, provenance: steps.reduce(Provenance(.file(RawPath(path)))) { $0.appending($1) }, note: note)
    }

    @Test func itBalancesWhenEveryUnitHasEnded() {
        var coverage = Coverage()
        #expect(coverage.isBalanced)
        coverage.see(units: 3)
        #expect(!coverage.isBalanced)
        coverage.examine(bytes: 10)
        coverage.skip(Self.diagnostic("a"), bytes: 5, examinedBytes: 2)
        #expect(!coverage.isBalanced)
        coverage.examine(bytes: 0)
        #expect(coverage.isBalanced)
        coverage.examine(bytes: 0)
        #expect(!coverage.isBalanced, "a unit that ends twice")
        #expect(coverage.bytesExamined == 12)
        #expect(coverage.unitsExamined == 3 && coverage.unitsSkipped == 1)
        #expect(coverage.skipped[.unreadable]?.bytes == 5)
    }

    @Test func mergingAddsUp() {
        var (left, right) = (Coverage(), Coverage())
        left.see(units: 2)
        left.examine(bytes: 7)
        left.skip(Self.diagnostic("l"), bytes: 1, examinedBytes: 2)
        right.see(units: 3)
        right.skip(Self.diagnostic("r"), bytes: 4)
        right.skip(Self.diagnostic("r", .fifo))
        right.examine(bytes: 100)
        var (sum, other) = (left, right)
        sum.merge(right)
        other.merge(left)
        #expect(sum == other)
        #expect(sum.isBalanced && sum.unitsSeen == 5 && sum.bytesExamined == 109 && sum.unitsExamined == 2)
        #expect(sum.skipped[.unreadable]?.count == 2 && sum.skipped[.unreadable]?.bytes == 5)
        #expect(sum.skipped[.unreadable]?.examples == [Self.diagnostic("l"), Self.diagnostic("r")])
        #expect(sum.skipped[.fifo]?.count == 1)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func examplesDoNotDependOnTheOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let all = (0..<40).map { Self.diagnostic("f\($0 / 2)", note: $0 % 2 == 0 ? "" : "note") }
        var expected = SkipTally()
        for diagnostic in all { expected.add(diagnostic, bytes: 1) }
        #expect(expected.count == 40 && expected.bytes == 40)
        #expect(expected.examples == all.sorted().prefix(SkipTally.exampleLimit).map { $0 })
        let shuffled = all.shuffled(using: &random)
        var tally = SkipTally()
        for diagnostic in shuffled { tally.add(diagnostic, bytes: 1) }
        #expect(tally == expected)
        let cut = Int.random(in: 0...40, using: &random)
        var (first, second) = (SkipTally(), SkipTally())
        for diagnostic in shuffled[..<cut] { first.add(diagnostic, bytes: 1) }
        for diagnostic in shuffled[cut...] { second.add(diagnostic, bytes: 1) }
        first.merge(second)
        #expect(first == expected)
    }

    /// A file's content, its name and what it links to share a path; reports tell them apart.
    @Test func examplesOfOnePathDoNotDependOnTheOrder() {
        let diagnostics = [
            Self.diagnostic("f", .ruleLimit), Self.diagnostic("f", .ruleLimit, steps: [.name]),
            Self.diagnostic("f", .ruleLimit, steps: [.linkTarget]),
        ]
        var (forwards, backwards) = (SkipTally(), SkipTally())
        for diagnostic in diagnostics { forwards.add(diagnostic, bytes: 0) }
        for diagnostic in diagnostics.reversed() { backwards.add(diagnostic, bytes: 0) }
        #expect(forwards.examples == backwards.examples)
    }

    @Test func incompleteReasonsAreSortedAndAcceptable() {
        var coverage = Coverage()
        for reason in SkipReason.allCases.reversed() { coverage.skip(Self.diagnostic("f", reason)) }
        let harmless: Set<SkipReason> = [
            .fifo, .socket, .device, .symbolicLink, .gitStore, .excluded, .alreadyExamined,
            .submodule, .gitObjects,
        ]
        let incomplete = SkipReason.allCases.filter { !harmless.contains($0) }.sorted()
        #expect(coverage.incompleteReasons() == incomplete)
        #expect(
            coverage.incompleteReasons(accepting: [.size, .vanished])
                == incomplete.filter { $0 != .size && $0 != .vanished })
        // An error, a damaged repository and an interruption stay, whatever is accepted.
        #expect(
            coverage.incompleteReasons(accepting: Set(SkipReason.allCases))
                == [.corrupt, .ioError, .interrupted])
        #expect(Coverage().incompleteReasons().isEmpty)
    }

    @Test func dropCountsDoNotDependOnTheOrder() {
        let examples = (0..<30).map {
            DropCounts.Example(path: RawPath("f\($0 % 3)"), line: 30 - $0, column: $0, rule: "r\($0 % 2)")
        }
        var (forwards, first, second) = (DropCounts(), DropCounts(), DropCounts())
        for example in examples { forwards.recognise(.canary, at: example) }
        for example in examples.reversed().prefix(11) { first.recognise(.canary, at: example) }
        for example in examples.reversed().dropFirst(11) { second.recognise(.canary, at: example) }
        first.impossible = 2
        second.impossible = 3
        second.belowConfidence = 1
        second.merge(first)
        #expect(second.recognised == [.canary: 30] && second.examples == forwards.examples)
        #expect(second.examples[.canary] == Array(examples.sorted().prefix(DropCounts.exampleLimit)))
        #expect(second.impossible == 5 && second.belowConfidence == 1)
    }
}
