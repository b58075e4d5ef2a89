import Blobs
import Findings
import GitObjects
import Inputs
import ScanCache
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
        try told(run(in: repository, workers: workers, searchesWhole: searchesWhole))
    }

    private func run(
        in repository: RandomRepository, workers: Int = 1, searchesWhole: Bool = false, known: KnownObjects? = nil
    ) throws -> RunResult {
        let found = try Repository.discover(
            at: RawPath(repository.path), environment: .empty, handles: DirectoryHandles())
        var settings = HistorySettings(workers: workers, scanning: Runs.options())
        settings.searchesWhole = searchesWhole
        settings.known = known
        let result = try HistoryRun.run(try Runs.builtIn(), repository: found, settings: settings)
        #expect(result.coverage.incompleteReasons().isEmpty)
        return result
    }

    private func told(_ result: RunResult) -> [String] {
        result.findings.map { finding in
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

    /// What is known need not be read, and what is told is the same, however much was added meanwhile.
    @Test("With what earlier runs found nothing in", arguments: 4...5 as ClosedRange<UInt64>)
    func withACache(seed: UInt64) throws {
        let repository = try RandomRepository(seed: seed, commits: 30)
        defer { repository.remove() }
        let head = try repository.git("rev-parse", "HEAD")
        // Half of the history first, as it was then; the rest comes later.
        try repository.git("update-ref", "refs/heads/main", "HEAD~20")
        try repository.git("reflog", "expire", "--expire=now", "--all")
        for stored in ["loose", "packed", "mixed"] {
            if stored != "loose" { try repository.git("repack", "-adfq", "--depth=40", "--window=40") }
            try repository.git("update-ref", "refs/heads/main", "HEAD~1")
            let first = try run(in: repository, known: KnownObjects([], idLength: 20))
            #expect(first.coverage.unitsRemembered == 0 && !first.clean.isEmpty)
            let known = KnownObjects(first.clean, idLength: 20)
            for workers in [1, 3] {
                let second = try run(in: repository, workers: workers, known: known)
                #expect(told(second) == told(first))
                #expect(second.coverage.unitsSeen == first.coverage.unitsSeen)
                #expect(second.coverage.unitsRemembered > 0)
                #expect(second.coverage.bytesExamined < first.coverage.bytesExamined)
            }
        }
        try repository.git("update-ref", "refs/heads/main", String(head.prefix(40)))
        let all = try run(in: repository)
        let clean = try run(in: repository, known: KnownObjects([], idLength: 20)).clean
        // Any part of what is known may be missing.
        for part in 2...4 {
            let some = stride(from: 0, to: clean.count, by: 20 * part).flatMap { clean[$0..<$0 + 20] }
            let result = try run(in: repository, workers: part, known: KnownObjects(some, idLength: 20))
            #expect(told(result) == told(all) && result.coverage.unitsSeen == all.coverage.unitsSeen)
        }
    }

    /// A repository in which nothing is found needs its trees and commits no second time.
    @Test("Nothing is read twice where nothing was found")
    func cleanHistories() throws {
        let repository = try RandomRepository(seed: 9, commits: 20, isClean: true)
        defer { repository.remove() }
        try repository.git("repack", "-adfq", "--depth=40", "--window=40")
        let first = try run(in: repository, known: KnownObjects([], idLength: 20))
        #expect(first.findings.isEmpty)
        let second = try run(in: repository, known: KnownObjects(first.clean, idLength: 20))
        #expect(second.findings.isEmpty && second.coverage.unitsSeen == first.coverage.unitsSeen)
        #expect(second.coverage.bytesExamined == 0 && second.coverage.unitsRemembered == second.coverage.unitsSeen)
        // Rules for which nothing is known find what is there.
        let other = try run(in: repository, known: KnownObjects([], idLength: 32))
        #expect(other.coverage.unitsRemembered == 0)
    }
}
