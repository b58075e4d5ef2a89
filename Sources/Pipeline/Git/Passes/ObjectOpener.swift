import Blobs
import Containers
import Findings
import Scanning

/// Opens blobs of a repository that are archives, documents or mail. For one worker.
///
/// What it needs for that, a scanner of its own among it, is made when the first one is met.
struct ObjectOpener: ~Copyable {
    private let run: SharedRun
    private var worker: Worker?
    private var failures = RunResult()

    /// - Parameter run: without targets: it holds the limits, and the memory that all workers share.
    init(_ run: SharedRun) {
        self.run = run
    }

    /// What the openers of a run share. As far as each knows, it is alone: nobody takes anything out of the queue.
    static func shared(
        _ rules: CompiledRuleSet, settings: HistorySettings, stop: StopFlag, progress: Progress
    ) -> SharedRun {
        SharedRun(
            rules,
            settings: ScanSettings(workers: 1, containers: settings.containers, scanning: settings.scanning),
            queue: WorkQueue { nil }, stop: stop, progress: progress)
    }

    /// Scans what is in a blob, if it can be opened.
    ///
    /// - Parameter report: what was found in the blob as it stands; what is in it is added.
    /// - Returns: whether it is a blob to be opened, even if that failed.
    mutating func open(_ content: Span<UInt8>, at provenance: Provenance, adding report: inout BlobReport) -> Bool {
        guard let format = BlobFormat.detect(content) else { return false }
        guard run.settings.containers.depth > 0 else {
            skip(.depth, provenance)
            return true
        }
        do {
            var worker = try self.worker.take() ?? Worker(run)
            let scan = worker.containerScan(fileSize: content.count, ignoresPath: true)
            let bytes = MemoryBytes(Array(copying: content), isWhole: true)
            let isWhole = worker.scanInside(format, bytes, at: BlobPlace(provenance), of: scan)
            report = scan.report(with: report, isWhole: isWhole, judgesByPath: run.judgesByPath)
            self.worker = consume worker
        } catch {
            skip(.memory, provenance)
        }
        return true
    }

    private mutating func skip(_ limit: ContainerLimit, _ provenance: Provenance) {
        let (reason, note) = SkipReason.explaining(limit)
        failures.skip(Diagnostic(reason: reason, provenance: provenance, note: note))
    }

    /// The account of what was opened, without findings.
    consuming func finish() -> RunResult {
        var result = failures
        if let worker = worker.take() {
            run.progress.add(worker.progress)
            result.merge(worker.finish())
        }
        return result
    }
}
