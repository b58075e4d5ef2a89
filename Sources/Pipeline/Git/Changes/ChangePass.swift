import Blobs
import Findings
import GitObjects
import ScanCache
import Scanning

/// What one worker does with the objects of a change: each is searched as a whole, under its path.
struct ChangePass: ~Copyable {
    private var scanner: Scanner
    private var reader: ObjectReader
    private var opener: ObjectOpener
    private let references: [[UInt8]]
    private let isPushed: Bool?
    private let known: KnownObjects?
    private var result = RunResult()
    private var names: Set<[UInt8]> = []

    init(
        _ rules: CompiledRuleSet, settings: HistorySettings, opening: SharedRun, store: ObjectStore,
        references: [[UInt8]], isPushed: Bool?
    ) throws {
        opener = ObjectOpener(opening)
        scanner = try Scanner(rules, options: settings.scanning)
        reader = ObjectReader(store)
        known = settings.known.flatMap { $0.idLength == store.format.idLength ? $0 : nil }
        self.references = references
        self.isPushed = isPushed
    }

    mutating func search(_ item: ChangeList.Item, stop: StopFlag, progress: Progress) {
        let provenance = Provenance(
            .file(item.path), .gitObject(kind: item.kind.name, id: item.id.hexadecimal))
        result.coverage.see()
        if let reason = stop.reason {
            return result.coverage.skip(Diagnostic(reason: reason, provenance: provenance))
        }
        if item.kind == .blob { searchName(of: item.path) }
        if let known, known.contains(item.id.bytes) { return result.coverage.endRemembered() }
        do throws(ObjectError) {
            _ = try reader.read(item.id)
        } catch {
            return result.coverage.skip(
                Diagnostic(reason: error.reason, provenance: provenance, note: Self.note(item, error)))
        }
        var (report, bytes, isOpened) = (BlobReport(), 0, false)
        reader.withContent { content in
            report =
                item.kind == .blob
                ? scanner.scan(whole: content) { provenance }
                : scanner.scan(textOf: content, ignoresPath: true) { provenance }
            if item.kind == .blob { isOpened = opener.open(content, at: provenance, adding: &report) }
            bytes = content.count
        }
        let outcome = BlobOutcome(report: report, end: .complete(bytes: bytes))
        result.end(outcome, stopReason: nil) { provenance }
        // Of a commit that is known the parents must have been there: a change does not ask for them.
        if known != nil, outcome.isClean, !isOpened, item.kind == .blob { result.clean += item.id.bytes }
        take(report, of: item)
        var share = Progress.Share()
        share.add(bytes: bytes, findings: report.findings.count)
        progress.add(share)
    }

    /// Searches the name of a reference that a push makes or moves.
    mutating func search(reference: [UInt8]) {
        let report = scanner.scan(whole: reference.span) { Provenance(.file(RawPath(reference)), .gitReference) }
        result.take(report)
    }

    consuming func finish() -> RunResult {
        result.add(scanner.counts)
        result.merge(opener.finish())
        return result
    }

    private static func note(_ item: ChangeList.Item, _ error: ObjectError) -> String {
        let name = "\(item.kind.name) \(item.id)"
        return error.note.isEmpty ? name : "\(name): \(error.note)"
    }

    private mutating func searchName(of path: RawPath) {
        guard names.insert(path.bytes).inserted else { return }
        let report = scanner.scan(whole: path.bytes.span) { Provenance(.file(path), .name) }
        result.take(report)
    }

    private mutating func take(_ report: BlobReport, of item: ChangeList.Item) {
        var placed = report
        placed.findings = report.findings.map { finding in
            var history = History()
            history.introduced = item.commit
            history.last = item.commit
            history.references = Array(references.prefix(History.listLimit))
            history.referenceCount = references.count
            history.isPushed = isPushed
            return finding.placed(in: history)
        }
        result.take(placed)
    }
}
