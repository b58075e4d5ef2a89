import Blobs
import Containers
import Findings
import Inputs
import Scanning

extension Worker {
    /// Reads all files of a batch; they were seen when their folder was listed.
    mutating func read(_ batch: consuming WorkQueue.Batch) {
        let folder = batch.folder
        // The names are ours alone from here on, and taking one off must not copy the others.
        var names = batch.names
        batch.names = EntryBatch()
        var opener = FileOpener(folder.directory)
        var name = EntryName()
        swap(&name, &self.name)
        defer { swap(&name, &self.name) }
        while names.popLast(into: &name) {
            if let reason = run.stop.reason {
                skip(reason, Provenance(.file(folder.directory.path(of: name))))
                continue
            }
            do throws(InputError) {
                var source = try opener.open(name)
                if isGitStore(&source, name: name, in: folder) {
                    let size = source.facts.size
                    let reason: SkipReason = run.settings.scansHistory ? .gitObjects : .gitStore
                    skip(reason, Provenance(.file(folder.directory.path(of: name))), bytes: size)
                } else {
                    read(source) { folder.directory.path(of: name) }
                }
            } catch {
                skip(error, Provenance(.file(folder.directory.path(of: name))))
            }
        }
        reuse(names)
    }

    /// Whether the file has the place, the name and the first bytes of git's store data. Nobody can hide another file
    /// by its name alone.
    private func isGitStore(_ source: inout FileSource, name: EntryName, in folder: FolderContext) -> Bool {
        guard let kind = folder.gitPlace?.storeKind(of: name.bytes.span) else { return false }
        var signature = [UInt8](repeating: 0, count: GitStoreKind.signatureLength)
        do throws(ByteSourceError) {
            var span = signature.mutableSpan
            let count = try source.read(into: &span, at: 0)
            return kind.begins(signature.span.extracting(0..<count))
        } catch {
            return false
        }
    }

    /// Scans what the user named. It is a unit unless it is a folder.
    mutating func scanTarget(_ path: RawPath) {
        let provenance = Provenance(.file(path))
        if let reason = run.stop.reason { return skipFolder(reason, path) }
        scanText(path.bytes.span) { provenance.appending(.name) }
        do throws(InputError) {
            let facts = try FileFacts(path: path)
            if facts.kind == .directory {
                list(FolderContext(root: try run.handles.root(path), path: path))
            } else {
                let source = try FileSource(path: path, handles: run.handles)
                result.coverage.see()
                read(source) { path }
            }
        } catch {
            result.coverage.see()
            skip(error, provenance)
        }
    }

    mutating func readStandardInput() {
        result.coverage.see()
        let provenance = Provenance(.standardInput)
        if let reason = run.stop.reason { return skip(reason, provenance) }
        do throws(InputError) {
            let shouldStop = shouldStop
            let input = try StandardInput(shouldStop: shouldStop)
            let scan = containerScan(fileSize: 0, ignoresPath: false)
            scanForward(
                MemoryBytes([], isWhole: false), StandardInputBytes(input, budget: scan.budget),
                at: BlobPlace(provenance), of: scan)
            result.take(scan.report)
        } catch {
            skip(error, provenance)
        }
    }

    /// Reads a file that was seen, once however many names it has. A large one may be ended by another worker.
    mutating func read(_ opened: consuming FileSource, path: () -> RawPath) {
        var source = opened
        let facts = source.facts
        if let limit = run.settings.maximumFileSize, facts.size > limit {
            return skip(.size, Provenance(.file(path())), note: "\(facts.size) bytes", bytes: facts.size)
        }
        if hasOtherNames(facts), case .skip(let content) = run.seenFiles.claim(facts.key, path: path) {
            if let content { result.add(content) }
            result.coverage.examine(bytes: 0)
            return
        }
        func provenance() -> Provenance { Provenance(.file(path())) }
        let (shouldStop, limit) = (shouldStop, run.settings.maximumFileSize)
        let first = feeder.feedFirstCore(
            of: &source, to: &scanner, ignoresPath: ignoresPath(facts), leavesFormats: source.plainReader != nil,
            limit: limit, shouldStop: shouldStop, provenance: provenance)
        let format = feeder.format
        if feeder.hasLeft, let format { return readParts(format, &source, path: path) }
        if first == nil, let reader = readerForSharing(source) {
            return share(source, reader: reader, format: format, path: path())
        }
        let end =
            first
            ?? feeder.feedRest(
                of: &source, to: &scanner, limit: limit, shouldStop: shouldStop, provenance: provenance)
        var outcome = BlobOutcome(report: scanner.finish(provenance: provenance), end: end)
        let omission = open(format, source, adding: &outcome, path: path)
        conclude(outcome, facts: facts, change: change(of: &source) ?? omission, path: path)
    }

    /// Reads a file whose bytes as they stand say little, by what is in it, and what that leaves out as it stands.
    private mutating func readParts(_ format: BlobFormat, _ source: inout FileSource, path: () -> RawPath) {
        let (facts, provenance) = (source.facts, Provenance(.file(path())))
        guard let reader = source.plainReader else {
            return skip(.ioError, provenance, note: "it cannot be read by offsets", bytes: facts.size)
        }
        let scan = containerScan(fileSize: facts.size, ignoresPath: ignoresPath(facts))
        let bytes = FileBytes(reader, size: facts.size, shouldStop: shouldStop)
        var omission: (reason: SkipReason, note: String)?
        var isWhole = false
        if case .container = format, scan.budget.depth == 0 {
            omission = SkipReason.explaining(.depth)
        } else {
            isWhole = scanInside(format, bytes, at: BlobPlace(provenance), of: scan)
        }
        var outcome = BlobOutcome(report: scan.report, end: bytes.end)
        if case .complete = outcome.end, let rest = isWhole ? format.rest(of: bytes) : bytes {
            let found = scanBytes(of: rest, ignoresPath: scan.ignoresPath) { provenance }
            outcome = BlobOutcome(
                report: scan.report(with: found.report, isWhole: isWhole, judgesByPath: run.judgesByPath),
                end: found.end)
        }
        conclude(outcome, facts: facts, change: change(of: &source) ?? omission, path: path)
    }

    /// Ends the unit that a file is, under all its names.
    mutating func conclude(
        _ outcome: BlobOutcome, facts: FileFacts, change: (reason: SkipReason, note: String)?, path: () -> RawPath
    ) {
        if hasOtherNames(facts) {
            let content = SeenFiles.Content(
                findings: outcome.report.findings, dropped: outcome.report.dropped,
                publicHalves: outcome.report.publicHalves)
            for copy in run.seenFiles.finish(facts.key, content: content) { result.add(copy) }
        }
        account(outcome, size: facts.size, change: change) { Provenance(.file(path())) }
        result.take(outcome.report)
    }

    /// Whether what is found must not depend on the file's path: which of its names is met first is chance.
    func ignoresPath(_ facts: FileFacts) -> Bool { facts.linkCount > 1 }

    /// Whether the file may be met under another name.
    private func hasOtherNames(_ facts: FileFacts) -> Bool {
        facts.linkCount > 1 || run.settings.followsLinks
    }

    func change(of source: inout FileSource) -> (reason: SkipReason, note: String)? {
        if let change = source.finishedChange() { return (.changedDuringScan, "\(change)") }
        return source.reachedCap ? (.size, "only the first \(FileSource.defaultUnsizedCap) bytes were read") : nil
    }

    /// Ends the unit as examined, or as skipped with the reason.
    private mutating func account(
        _ outcome: BlobOutcome, size: Int?, change: (reason: SkipReason, note: String)?,
        provenance: () -> Provenance
    ) {
        progress.add(bytes: outcome.bytes, findings: outcome.report.findings.count)
        result.end(outcome, size: size, stopReason: run.stop.reason, change: change, provenance: provenance)
    }
}
