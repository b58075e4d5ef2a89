import Blobs
import Findings
import Inputs
import Scanning

/// One of the workers of a run: takes what waits, and keeps account of what became of it.
///
/// Listing folders, reading files, and reading them together with others, are in extensions of their own.
struct Worker: ~Copyable {
    let run: SharedRun
    var scanner: Scanner
    var feeder: SegmentFeeder

    /// The name in hand, reused for every file.
    var name = EntryName()

    /// Room for the names of the next batches, once those of the last ones are done.
    private var spareBatches: [EntryBatch] = []

    /// Batches whose room is kept: those of a folder of a thousand files.
    private static let mostSpareBatches = 16

    /// Room for a part of a mail message; empty before the first one.
    var mailBuffer: [UInt8] = []

    /// Room for the entries of a folder as the system states them.
    var entryBuffer: [UInt8] = []

    /// The names of a folder, to be searched together.
    var joinedNames = JoinedNames()
    var result = RunResult()
    var progress = Progress.Share()

    /// Whether the run ends early: made once, so that workers do not count references to one flag for every file.
    let shouldStop: @Sendable () -> Bool

    init(_ run: SharedRun) throws {
        self.run = run
        let stop = run.stop
        shouldStop = { stop.reason != nil }
        scanner = try Scanner(run.rules, options: run.settings.scanning)
        feeder = SegmentFeeder(context: run.rules.context, chunkSize: run.settings.chunkSize)
    }

    /// Works until nothing is left, beginning with what it took out of the queue.
    mutating func work(from first: WorkQueue.Item) {
        var next: WorkQueue.Item? = first
        while let item = next {
            switch item {
            case .files(let batch): read(batch)
            case .listing(let folder, let name): list(folder, name: name)
            case .link(let link): follow(link)
            case .share(.file(let file)): help(with: file)
            case .share(.members(let lots)): help(with: lots)
            case .target(.standardInput): readStandardInput()
            case .target(.path(let path)): scanTarget(path)
            }
            run.progress.add(progress)
            progress = Progress.Share()
            next = run.queue.next()
        }
    }

    /// Gives up what it has come to.
    consuming func finish() -> RunResult {
        result.add(scanner.counts)
        return result
    }

    /// Scans a name, or another short text that is all in memory.
    mutating func scanText(_ text: Span<UInt8>, provenance: () -> Provenance) {
        let report = scanner.scan(whole: text, provenance: provenance)
        result.take(report)
        // A name is part of its entry, so a rule that gave up on it makes a unit of its own.
        for failure in report.failures {
            result.coverage.see()
            result.coverage.skip(failure)
        }
    }

    // MARK: Reused memory

    /// An empty batch.
    mutating func takeBatch() -> EntryBatch {
        spareBatches.popLast() ?? EntryBatch()
    }

    /// Keeps the memory of a batch for `takeBatch`.
    mutating func reuse(_ batch: consuming EntryBatch) {
        guard spareBatches.count < Self.mostSpareBatches else { return }
        batch.removeAll()
        spareBatches.append(batch)
    }

    // MARK: Accounting

    /// Ends a unit that was seen as skipped.
    mutating func skip(_ reason: SkipReason, _ provenance: Provenance, note: String = "", bytes: Int = 0) {
        result.coverage.skip(Diagnostic(reason: reason, provenance: provenance, note: note), bytes: bytes)
    }

    /// Ends a unit that was seen as skipped, because it could not be had.
    mutating func skip(_ error: InputError, _ provenance: Provenance) {
        let (reason, note) = SkipReason.explaining(error)
        skip(reason, provenance, note: note)
    }

    /// Counts a folder that is not listed as a unit, and ends it as skipped.
    mutating func skipFolder(_ reason: SkipReason, _ path: RawPath, note: String = "") {
        result.coverage.see()
        skip(reason, Provenance(.file(path)), note: note)
    }
}
