import Blobs
import Findings
import Scanning

/// What a run, or one worker's share of it, came to.
public struct RunResult: Sendable {
    /// In the order of `Finding.isOrderedBefore` once the run is over.
    public private(set) var findings: [Finding] = []
    public internal(set) var coverage = Coverage()
    public private(set) var dropped = DropCounts()
    public private(set) var masker = Masker()

    /// Certificates and public keys, which private keys are joined with once the run is over.
    public private(set) var publicHalves = PublicHalves()

    /// For each rule, in the order of the set, what it has cost; empty if no worker had anything to do.
    public private(set) var ruleCounts: [RuleCounts] = []

    /// What was seen of mail.
    public internal(set) var mail = MailCensus()

    /// The git folders that were met.
    public internal(set) var gitFolders: Set<RawPath> = []

    /// The names of git objects in which there was nothing at all, one behind the other, where somebody remembers them.
    public internal(set) var clean: [UInt8] = []

    /// The most candidates below the threshold that the masker learns: a hostile file can hold any number. Names are
    /// scanned as content too, so a name that holds a candidate by itself is masked in any case.
    private static let unreportedLimit = 100_000

    public init() {}

    mutating func take(_ report: BlobReport) {
        findings += report.findings
        dropped.merge(report.dropped)
        if !report.publicHalves.isEmpty { publicHalves.merge(report.publicHalves) }
        for secret in report.unreported where masker.count < Self.unreportedLimit { masker.insert(secret) }
    }

    /// Takes all but the findings, which are told later, perhaps in other words: their secrets are masked in any case.
    mutating func takeRest(of report: BlobReport) {
        var rest = report
        rest.findings = []
        rest.unreported += report.findings.map(\.secret)
        take(rest)
    }

    /// Ends the unit that a blob is: as examined, or as skipped with the reason.
    ///
    /// - Parameters:
    ///   - size: bytes of the blob, as far as they are known.
    ///   - stopReason: why the run stops, if it does.
    ///   - change: how the blob changed meanwhile.
    mutating func end(
        _ outcome: BlobOutcome, size: Int? = nil, stopReason: SkipReason?,
        change: (reason: SkipReason, note: String)? = nil, provenance: () -> Provenance
    ) {
        guard let shortfall = outcome.shortfall(stopReason: stopReason, change: change) else {
            return coverage.examine(bytes: outcome.bytes)
        }
        coverage.skip(
            Diagnostic(reason: shortfall.reason, provenance: provenance(), note: shortfall.note),
            bytes: max(0, (size ?? 0) - shortfall.examinedBytes), examinedBytes: shortfall.examinedBytes)
    }

    /// Adds findings that are complete.
    mutating func add(_ findings: [Finding]) {
        self.findings += findings
    }

    /// Adds what rules have cost.
    mutating func add(_ counts: [RuleCounts]) {
        if ruleCounts.isEmpty { return ruleCounts = counts }
        guard !counts.isEmpty else { return }
        for (rule, count) in counts.enumerated() { ruleCounts[rule].merge(count) }
    }

    /// Adds what a file holds, under another of its names.
    mutating func add(_ content: SeenFiles.Content) {
        findings += content.findings
        dropped.merge(content.dropped)
        publicHalves.merge(content.publicHalves)
    }

    /// Counts something as a unit that was not examined.
    public mutating func skip(_ diagnostic: Diagnostic) {
        coverage.see()
        coverage.skip(diagnostic)
    }

    /// Adds what another run came to. `finish` puts all in order again.
    public mutating func merge(_ other: RunResult) {
        findings += other.findings
        coverage.merge(other.coverage)
        dropped.merge(other.dropped)
        masker.merge(other.masker)
        publicHalves.merge(other.publicHalves)
        mail.merge(other.mail)
        gitFolders.formUnion(other.gitFolders)
        if !other.clean.isEmpty { clean += other.clean }
        add(other.ruleCounts)
    }

    /// The same result with every path of a finding below a folder.
    public func placed(below folder: [UInt8]) -> RunResult {
        var placed = self
        placed.findings = findings.map { finding in
            var history = finding.history
            history?.otherPaths = finding.history?.otherPaths.map { RawPath(folder).appending($0.bytes) } ?? []
            let renamed = finding.renamed(to: RawPath(folder).appending(finding.provenance.file.bytes))
            return history.map { renamed.placed(in: $0) } ?? renamed
        }
        return placed
    }

    /// Forgets the findings that are not to be told. Their secrets are masked all the same.
    public mutating func keep(where isKept: (Finding) -> Bool) {
        findings.removeAll { !isKept($0) }
    }

    /// Puts findings in order, drops those that overlapping targets made twice, and joins the halves of pairs.
    public mutating func finish() {
        findings.sort(by: Finding.isOrderedBefore)
        publicHalves.cut()
        var kept: [Finding] = []
        kept.reserveCapacity(findings.count)
        for finding in findings {
            if let last = kept.last, !Finding.isOrderedBefore(last, finding) { continue }
            kept.append(paired(finding))
            masker.insert(finding.secret)
            for related in finding.related { masker.insert(related.secret) }
        }
        findings = kept
    }

    /// The finding, joined with the public half that it belongs to, if that was met.
    private func paired(_ finding: Finding) -> Finding {
        guard let half = finding.publicKey.flatMap({ publicHalves[$0] }) else { return finding }
        return finding.paired(with: half)
    }
}
