import Blobs
import Findings
import GitObjects
import Inputs
import Scanning
import Testing

@testable import Pipeline

/// What a run over a history finds does not depend on how the objects are stored, or on who searches them.
@Suite("Histories", .timeLimit(.minutes(5)))
struct HistoryRunTests {
    /// All that is told about the findings of a run, in order.
    private func findings(
        in repository: RandomRepository, workers: Int = 1, searchesWhole: Bool = false
    ) throws -> [String] {
        let found = try Repository.discover(
            at: RawPath(repository.path), environment: .empty, handles: DirectoryHandles())
        var settings = HistorySettings(workers: workers, scanning: Runs.options())
        settings.searchesWhole = searchesWhole
        let result = try HistoryRun.run(try Runs.builtIn(), repository: found, settings: settings)
        #expect(result.coverage.incompleteReasons().isEmpty)
        return result.findings.map { finding in
            let history = finding.history
            let commits = [history?.introduced, history?.last].map { $0?.id ?? "-" }.joined(separator: " ")
            return "\(finding.rule.id) \(finding.provenance.path.lossyText):\(finding.location.start.line)"
                + ":\(finding.location.start.column) \(finding.score) \(commits) \(history?.versions ?? 0)"
                + " \(history?.isInHead == true) \(history?.otherPaths.map(\.lossyText) ?? [])"
        }
    }

    @Test("Loose or packed, with deltas or whole, by one worker or three", arguments: 1...3 as ClosedRange<UInt64>)
    func sameFindings(seed: UInt64) throws {
        let repository = try RandomRepository(seed: seed)
        defer { repository.remove() }
        let loose = try findings(in: repository, searchesWhole: true)
        #expect(loose.count > 10)
        #expect(try findings(in: repository) == loose)
        try repository.git("repack", "-adfq", "--depth=40", "--window=40")
        #expect(try repository.deltaCount() > 20)
        #expect(try findings(in: repository, searchesWhole: true) == loose)
        #expect(try findings(in: repository) == loose)
        #expect(try findings(in: repository, workers: 3) == loose)
    }
}
