import Blobs
import Findings
import Testing

/// One secret, one finding, wherever it stands.
@Suite struct IncidentTests {
    private func report(_ findings: [Finding], everyLocation: Bool = false) -> RunReport {
        RunReport(
            tool: ToolDescription(name: "k", version: "1", rulesSHA256: "", pcre2Version: "", usesJIT: true),
            run: RunDescription(
                state: .complete, incompleteReasons: [], acceptedReasons: [], startedAt: 0, elapsedSeconds: 0,
                workers: 1, targets: []),
            coverage: Coverage(), dropped: DropCounts(), findings: findings.sorted(by: Finding.isOrderedBefore),
            tellsEveryLocation: everyLocation, masker: Masker())
    }

    private let first = Secret(Array("one-secret".utf8))
    private let second = Secret(Array("two-secrets".utf8))

    @Test func theSurestFindingIsTold() {
        let findings = [
            Sample.finding("a", secret: first, score: 0.6), Sample.finding("b", secret: second),
            Sample.finding("c", secret: first, score: 0.9), Sample.finding("d", secret: first, score: 0.9),
        ]
        let told = report(findings)
        #expect(told.findings.map(\.provenance.path.lossyText) == ["b", "c"])
        #expect(told.elsewhere.map { $0.map(\.provenance.path.lossyText) } == [[], ["a", "d"]])
        #expect(told.groups == [1, 2] && told.placeCount == 4)
        #expect(told.allFindings.map(\.provenance.path.lossyText).sorted() == ["a", "b", "c", "d"])
    }

    @Test func everyLocationIsToldOnDemand() {
        let findings = ["a", "b", "c"].map { Sample.finding($0, secret: first) }
        let told = report(findings, everyLocation: true)
        #expect(told.findings.count == 3 && told.elsewhere.allSatisfy(\.isEmpty))
        #expect(told.groups == [1, 1, 1] && told.placeCount == 3)
    }

    @Test func nothingIsNothing() {
        #expect(report([]).findings.isEmpty && report([]).groups.isEmpty && report([]).placeCount == 0)
    }
}
