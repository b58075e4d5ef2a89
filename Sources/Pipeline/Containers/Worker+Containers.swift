import Blobs
import Containers
import Findings
import Inputs
import Scanning

extension Worker {
    /// What a file's containers may cost and have come to.
    func containerScan(fileSize: Int, ignoresPath: Bool) -> ContainerScan {
        let budget = ContainerBudget(run.settings.containers, fileSize: fileSize)
        let lots = run.settings.workers > 1 ? MemberLots(queue: run.queue, ignoresPath: ignoresPath) : nil
        return ContainerScan(budget, memory: run.decoderMemory, ignoresPath: ignoresPath, lots: lots)
    }

    /// Opens a file that was scanned as it stands, if it can be opened, and adds what is in it to its outcome.
    ///
    /// - Parameter format: what the file begins as, if that can be opened.
    /// - Returns: why what is in it was left out, if it was.
    mutating func open(
        _ format: BlobFormat?, _ source: borrowing FileSource, adding outcome: inout BlobOutcome,
        path: () -> RawPath
    ) -> (reason: SkipReason, note: String)? {
        guard case .complete = outcome.end,
            let format = format ?? (feeder.endsAsZip(scanner) ? .container(.zip) : nil)
        else { return nil }
        guard run.settings.containers.depth > 0 else { return SkipReason.explaining(.depth) }
        guard let reader = source.plainReader else { return SkipReason.explaining(.memory) }
        let scan = containerScan(fileSize: source.facts.size, ignoresPath: ignoresPath(source.facts))
        let bytes = FileBytes(reader, size: source.facts.size, shouldStop: shouldStop)
        let isWhole = scanInside(format, bytes, at: BlobPlace(Provenance(.file(path()))), of: scan)
        outcome.report = scan.report(with: outcome.report, isWhole: isWhole, judgesByPath: run.judgesByPath)
        return nil
    }

    /// Scans what is in a blob.
    ///
    /// - Returns: whether all of it could be read: then the blob's own bytes have little to add.
    mutating func scanInside(
        _ format: BlobFormat, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        finishLots(of: scan)
        let skippedBefore = scan.skippedByOthers
        let isWhole =
            switch format {
            case .container(let kind): scanMembers(of: kind, source, at: place, of: scan)
            case .mail(let kind): scanItems(MessageItems(kind, source, name: place.name), source, at: place, of: scan)
            case .chat(let kind): scanChat(kind, source, at: place, of: scan)
            case .outlook(let kind): scanOutlook(kind, source, at: place, of: scan)
            case .compound: scanCompound(source, at: place, of: scan)
            case .database: scanDatabase(source, at: place, of: scan)
            case .pdf: scanPDF(source, at: place, of: scan)
            }
        finishLots(of: scan)
        return isWhole && scan.skippedByOthers == skippedBefore
    }

    /// Scans the members of a container, and what is in them.
    ///
    /// - Returns: whether all members could be read: then the container's own bytes have little to add.
    mutating func scanMembers(
        of kind: ContainerKind, _ source: any ContainerSource, at place: BlobPlace, of scan: ContainerScan
    ) -> Bool {
        let skippedBefore = result.coverage.unitsSkipped
        var names = JoinedNames()
        var done = 0
        do throws(ContainerError) {
            // The directory of a zip archive leads to each member, whatever is wrong with the one before.
            let attempts = kind == .zip && source.canSeek ? Self.mostAttempts : 1
            for attempt in 1...attempts {
                let reader = try ContainerReader(kind, source, path: place.name)
                for _ in 0..<done { _ = try reader.next() }
                done += try scanMembers(of: reader, kind, at: place, of: scan, names: &names)
                guard let breakage = reader.breakage, !kind.isStream, scan.budget.exhausted == nil else { break }
                if attempt == attempts { throw breakage }
            }
        } catch {
            tell(.container(error), source, of: place)
        }
        scanNames(&names, behind: place.memberBase, of: scan)
        return result.coverage.unitsSkipped == skippedBefore
    }

    /// How often a zip archive is opened again behind a member that cannot be unpacked.
    private static let mostAttempts = 16

    /// Scans the members that a reader comes to, until it ends, or breaks, or a limit is reached.
    ///
    /// - Returns: how many it has come to.
    private mutating func scanMembers(
        of reader: ContainerReader, _ kind: ContainerKind, at place: BlobPlace, of scan: ContainerScan,
        names: inout JoinedNames
    ) throws(ContainerError) -> Int {
        var count = 0
        while scan.budget.exhausted == nil, let member = try reader.next() {
            if let reason = run.stop.reason {
                skipMore(reason, place.memberBase, note: "read in part")
                break
            }
            do throws(ContainerLimit) {
                try scan.budget.countMember()
            } catch {
                let (reason, note) = SkipReason.explaining(error)
                skipMore(reason, place.memberBase, note: note)
                break
            }
            count += 1
            if !kind.isStream { take(member, at: place, into: &names, of: scan) }
            scanMember(member, of: reader, at: place.member(member.name, of: kind), of: scan)
        }
        return count
    }

    /// Says why what is in a blob cannot be read on. What is wrong with a source other than a file is said by the unit
    /// that it is.
    mutating func tell(_ failure: SourceFailure, _ source: any ContainerSource, of place: BlobPlace) {
        guard !place.isCut, source.failure == nil || source is FileBytes else { return }
        let (reason, note) =
            SkipReason.explaining(source.failure ?? failure) ?? (run.stop.reason ?? .interrupted, "read in part")
        skipMore(reason, place.memberBase, note: note)
    }

    /// Counts what is left of a container as a unit, and ends it as skipped.
    mutating func skipMore(_ reason: SkipReason, _ provenance: Provenance, note: String) {
        result.coverage.see()
        skip(reason, provenance, note: note)
    }

    // MARK: Names

    private mutating func take(
        _ member: ContainerMember, at place: BlobPlace, into names: inout JoinedNames, of scan: ContainerScan
    ) {
        names.append(member.name.bytes.span)
        if names.isFull { scanNames(&names, behind: place.memberBase, of: scan) }
        if let target = member.linkTarget {
            let base = place.memberBase
            scanText(target.span, of: scan) { base.appending(.member(member.name)).appending(.linkTarget) }
        }
    }

    private mutating func scanNames(_ names: inout JoinedNames, behind base: Provenance, of scan: ContainerScan) {
        var suspects: [Range<Int>] = []
        scanner.findSuspects(in: names.bytes.span, into: &suspects)
        for range in suspects {
            let name = names.bytes.span.extracting(range)
            scanText(name, of: scan) { base.appending(.member(RawPath(Array(copying: name)))).appending(.name) }
        }
        names.removeAll()
    }

    /// Scans a short text of a container. It is told with what else is in there: the container's own bytes hold it too.
    private mutating func scanText(_ text: Span<UInt8>, of scan: ContainerScan, provenance: () -> Provenance) {
        let report = scanner.scan(whole: text, provenance: provenance)
        scan.take(report)
        for failure in report.failures { skipMore(failure.reason, failure.provenance, note: failure.note) }
    }

    // MARK: Members

    private mutating func scanMember(
        _ member: ContainerMember, of reader: ContainerReader, at place: BlobPlace, of scan: ContainerScan
    ) {
        if member.isFolder { return }
        result.coverage.see()
        if member.isEncrypted {
            return skip(.encrypted, place.provenance, bytes: member.size ?? 0)
        }
        guard member.hasContent else { return result.coverage.examine(bytes: 0) }
        let bytes = MemberBytes(member, of: reader, budget: scan.budget)
        guard reader.kind == .zip else {
            return scanForward(
                MemoryBytes([], isWhole: false), bytes, at: place, of: scan, mayLeave: { true })
        }
        let document = OfficeTextBytes(bytes)
        scanForward(
            MemoryBytes([], isWhole: false), document, at: place, of: scan, mayLeave: { document.text == nil })
        if let text = document.text { scanDocument(text, at: place, of: scan) }
    }

    /// Scans the text of a part of an office document: a blob of its own, called `text`. What its XML has told is not
    /// told again.
    private mutating func scanDocument(_ document: OfficeText, at place: BlobPlace, of scan: ContainerScan) {
        guard !document.text.isEmpty else { return }
        let provenance = place.provenance.appending(.member(RawPath("text")))
        result.coverage.see()
        let report = scanner.scan(whole: document.text.span, ignoresPath: scan.ignoresPath) { provenance }
        result.end(
            BlobOutcome(report: report, end: .complete(bytes: document.text.count)), stopReason: run.stop.reason,
            change: document.isCut ? SkipReason.explaining(.bytes(document.text.count)) : nil
        ) { provenance }
        let known = Set(scan.report.findings.filter { $0.provenance.steps == place.provenance.steps }.map(\.secret))
        scan.forgetParts(of: report.findings.map(\.secret), in: place.provenance)
        scan.take(report.outside(known, isWhole: false, judgesByPath: run.judgesByPath))
    }
}
