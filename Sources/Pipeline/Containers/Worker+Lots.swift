import Blobs
import Containers
import Findings
import Scanning

extension Worker {
    /// Searches lots of members that another worker unpacks, until there are none.
    mutating func help(with lots: MemberLots) {
        while let lot = lots.take() { lots.handIn(search(lot, ignoresPath: lots.ignoresPath)) }
    }

    /// Searches a blob that is not to be opened and is all at hand, or leaves it to whoever is free.
    mutating func scanWhole(_ content: MemoryBytes, at place: BlobPlace, of scan: ContainerScan, mayLeave: Bool) {
        scan.lot.append(content, at: place, origin: scan.origin)
        if mayLeave, let lots = scan.lots {
            guard scan.lot.isFull else { return }
            let lot = scan.takeLot()
            if !lots.put(lot) { scan.take(placed: search(lot, ignoresPath: scan.ignoresPath).report) }
        } else {
            searchLot(of: scan)
        }
    }

    /// Sees to it that everything that was left to others is done, and in the scan's report.
    mutating func finishLots(of scan: ContainerScan) {
        guard let lots = scan.lots else { return }
        searchLot(of: scan)
        while let lot = lots.takeBack() {
            scan.take(placed: search(lot, ignoresPath: scan.ignoresPath).report)
        }
        let outcome = lots.takeOutcome()
        scan.skippedByOthers += outcome.skipped
        scan.take(placed: outcome.report)
    }

    private mutating func searchLot(of scan: ContainerScan) {
        var lot = scan.takeLot()
        if !lot.members.isEmpty { scan.take(placed: search(lot, ignoresPath: scan.ignoresPath).report) }
        lot.removeAll()
        scan.lot = lot
    }

    private mutating func search(_ lot: MemberLot, ignoresPath: Bool) -> MemberLot.Outcome {
        let skippedBefore = result.coverage.unitsSkipped
        var outcome = MemberLot.Outcome()
        for member in lot.members {
            let (bytes, provenance) = (lot.bytes.span.extracting(member.range), member.place.provenance)
            let report = scanner.scan(whole: bytes, ignoresPath: ignoresPath) { provenance }
            progress.add(bytes: bytes.count, findings: report.findings.count)
            result.end(
                BlobOutcome(report: report, end: .complete(bytes: bytes.count)), stopReason: run.stop.reason,
                provenance: { provenance })
            outcome.report.absorb(report.placed(in: member.origin))
        }
        outcome.skipped = result.coverage.unitsSkipped - skippedBefore
        return outcome
    }
}
