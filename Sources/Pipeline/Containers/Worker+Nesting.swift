import Blobs
import Containers
import Findings
import Scanning

extension Worker {
    /// Scans a blob that can be read once only, and what is in it if it can be opened. Its unit ends here.
    ///
    /// - Parameters:
    ///   - start: its first bytes, as far as they were read.
    ///   - opens: whether a blob of a format is to be opened.
    ///   - mayLeave: whether a small blob may be left to another worker; asked once its first bytes were read.
    mutating func scanForward(
        _ start: MemoryBytes, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan,
        opens: (BlobFormat) -> Bool = { _ in true }, mayLeave: () -> Bool = { false }
    ) {
        do throws(ByteSourceError) {
            if let size = source.size, size <= MemberLot.largestMember {
                // One byte more tells that this is all.
                try start.fill(from: source, limit: size + 1)
            }
            try start.fill(from: source, limit: BlobFormat.signatureLength)
        } catch {
            // The blob is cut, and its failure is told below.
        }
        guard let format = format(of: start), opens(format) else {
            if start.isWhole, source.failure == nil, start.count <= run.settings.maximumFileSize ?? .max {
                return scanWhole(start, at: place, of: scan, mayLeave: mayLeave())
            }
            return scanPlain(PrefixedBytes(start, source), at: place, of: scan)
        }
        if case .mail = format, scan.mailLevels < Self.mostMailLevels {
            return scanMail(format, PrefixedBytes(start, source), at: place, of: scan)
        }
        guard place.depth < scan.budget.depth, scan.mailLevels < Self.mostMailLevels else {
            return scanPlain(PrefixedBytes(start, source), at: place, of: scan, saying: .depth)
        }
        if let limit = scan.budget.exhausted {
            return scanPlain(PrefixedBytes(start, source), at: place, of: scan, saying: limit)
        }
        guard start.isWhole || scan.takeMemory(shouldStop: shouldStop) else {
            return skip(run.stop.reason ?? .interrupted, place.provenance)
        }
        do throws(ByteSourceError) {
            try start.fill(from: source, limit: max(start.count, scan.freeMemory))
        } catch {
            // As above.
        }
        if start.isWhole {
            scanKept(start, source, format, at: place, of: scan)
        } else if format.needsSeeking {
            scanPlain(PrefixedBytes(start, source), at: place, of: scan, saying: .memory)
        } else {
            scanStream(PrefixedBytes(start, source), format, at: place, of: scan)
        }
    }

    /// How many files of mail lie in each other that are opened. Messages in a message are not counted here.
    private static let mostMailLevels = 16

    /// What a blob begins as, or ends as if all of it is at hand.
    private func format(of start: MemoryBytes) -> BlobFormat? {
        guard let first = start.firstPiece else { return nil }
        if let format = BlobFormat.detect(first.span) { return format }
        return start.isWhole && ZipDirectory.isAtEnd(of: start.last(ZipDirectory.searchLength).span)
            ? .container(.zip) : nil
    }

    /// Scans a blob that is not opened.
    ///
    /// - Parameter limit: why it is not, if it is a container.
    private mutating func scanPlain(
        _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan, saying limit: ContainerLimit? = nil
    ) {
        let most = run.settings.maximumFileSize
        if limit == nil, let most, let size = source.size, size > most {
            return skip(.size, place.provenance, note: "\(size) bytes", bytes: size)
        }
        let provenance = place.provenance
        let outcome = scanBytes(of: source, ignoresPath: scan.ignoresPath, limit: limit == nil ? most : nil) {
            provenance
        }
        // A large blob that turns out to be an archive behind other bytes cannot be read again.
        let said = limit ?? (feeder.endsAsZip(scanner) ? .memory : nil)
        endUnit(outcome, source, said, at: provenance)
        scan.take(outcome.report)
    }

    /// Scans mail that can be read once only. Its parts are units of their own.
    private mutating func scanMail(
        _ format: BlobFormat, _ source: PrefixedBytes, at place: BlobPlace, of scan: ContainerScan
    ) {
        _ = scanInside(format, source, at: place, of: scan)
        endUnit(BlobOutcome(report: BlobReport(), end: .complete(bytes: 0)), source, nil, at: place.provenance)
    }

    /// Scans a blob of which all bytes are kept: as it stands, and what is in it.
    private mutating func scanKept(
        _ bytes: MemoryBytes, _ source: any ContainerSource, _ format: BlobFormat, at place: BlobPlace,
        of scan: ContainerScan
    ) {
        finishLots(of: scan)
        let (provenance, count, first) = (place.provenance, bytes.count, scan.report.findings.count)
        scan.keep(bytes: count)
        defer { scan.release(bytes: count) }
        var inner = place
        inner.isCut = source.failure != nil
        let isWhole = scanInside(format, bytes, at: inner, of: scan) && !inner.isCut
        let rest = isWhole ? format.rest(of: bytes) : bytes
        let found = rest.map { scanBytes(of: $0, ignoresPath: scan.ignoresPath) { provenance } }
        let outcome = BlobOutcome(
            report: found?.report ?? BlobReport(),
            end: inner.isCut ? .failed(count) : found?.end ?? .complete(bytes: count))
        endUnit(outcome, source, nil, at: provenance)
        scan.take(outcome.report, membersFrom: first, isWhole: isWhole, judgesByPath: run.judgesByPath)
    }

    /// Scans bytes as they stand.
    mutating func scanBytes(
        of source: any ContainerSource, ignoresPath: Bool, limit: Int? = nil, provenance: () -> Provenance
    ) -> BlobOutcome {
        var bytes = ContainerBytes(source)
        let end = feeder.feed(
            &bytes, to: &scanner, ignoresPath: ignoresPath, limit: limit, shouldStop: shouldStop,
            provenance: provenance)
        return BlobOutcome(report: scanner.finish(provenance: provenance), end: end)
    }

    /// Scans a container that is too large to be kept, as it stands and its members in one go.
    private mutating func scanStream(
        _ source: any ContainerSource, _ format: BlobFormat, at place: BlobPlace, of scan: ContainerScan
    ) {
        finishLots(of: scan)
        let first = scan.report.findings.count
        do {
            let tee = RawTee(
                source, of: format, scanner: try Scanner(run.rules, options: run.settings.scanning),
                feeder: SegmentFeeder(context: run.rules.context, chunkSize: run.settings.chunkSize),
                provenance: place.provenance, ignoresPath: scan.ignoresPath)
            let isWhole = scanInside(format, tee, at: place, of: scan)
            let outcome = tee.finish(shouldStop: shouldStop)
            result.add(tee.counts)
            endUnit(outcome, source, nil, at: place.provenance)
            scan.take(
                outcome.report, membersFrom: first, isWhole: isWhole && source.failure == nil,
                judgesByPath: run.judgesByPath)
        } catch {
            skip(.memory, place.provenance, note: "no memory for another scanner")
        }
    }

    /// Ends the unit that a blob is: as examined, or as skipped because of its source, a limit, or what was found out
    /// as it was scanned.
    private mutating func endUnit(
        _ outcome: BlobOutcome, _ source: any ContainerSource, _ limit: ContainerLimit?, at provenance: Provenance
    ) {
        progress.add(bytes: outcome.bytes, findings: outcome.report.findings.count)
        if let failure = source.failure, run.stop.reason == nil,
            let (reason, note) = SkipReason.explaining(failure)
        {
            let rest = max(0, (source.size ?? 0) - outcome.bytes)
            return result.coverage.skip(
                Diagnostic(reason: reason, provenance: provenance, note: note), bytes: rest,
                examinedBytes: outcome.bytes)
        }
        result.end(
            outcome, size: source.size, stopReason: run.stop.reason, change: limit.map(SkipReason.explaining)
        ) { provenance }
    }
}

extension SegmentFeeder.End {
    fileprivate static func failed(_ bytes: Int) -> Self {
        .failed(ByteSourceError(offset: bytes, errorNumber: 0))
    }
}
