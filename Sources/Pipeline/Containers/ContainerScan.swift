import Blobs
import Containers
import Findings
import Scanning

/// What the scan of one file's containers, at all depths, has come to so far. For one worker.
final class ContainerScan {
    let budget: ContainerBudget

    /// Whether what is found must not depend on the file's path.
    let ignoresPath: Bool

    /// What is in the members.
    private(set) var report = BlobReport()

    /// The part of a mail message that is being scanned.
    var origin: MailOrigin?

    /// Members that are searched together, and where lots of them are left to others; `nil` if nobody helps.
    var lot = MemberLot()
    let lots: MemberLots?

    /// How many members others have searched and not examined to their end.
    var skippedByOthers = 0

    /// How many files of mail, each in a part of the one before, are being scanned.
    var mailLevels = 0

    /// Bytes that may still be kept of containers that lie in others.
    private(set) var freeMemory: Int

    private let memory: DecoderMemory
    private var holdsShare = false

    init(_ budget: ContainerBudget, memory: DecoderMemory, ignoresPath: Bool, lots: MemberLots?) {
        self.budget = budget
        self.lots = lots
        self.memory = memory
        self.ignoresPath = ignoresPath
        freeMemory = memory.share
    }

    deinit {
        if holdsShare { memory.giveBack() }
    }

    /// Waits for this file's share of the memory, the first time. Returns `false` when the run stops meanwhile.
    func takeMemory(shouldStop: () -> Bool) -> Bool {
        if !holdsShare { holdsShare = memory.take(shouldStop: shouldStop) }
        return holdsShare
    }

    /// The members that wait for the lot to be full.
    func takeLot() -> MemberLot {
        defer { lot = MemberLot() }
        return lot
    }

    func keep(bytes: Int) { freeMemory -= bytes }
    func release(bytes: Int) { freeMemory += bytes }

    /// Takes what was found in a blob that is no container.
    func take(_ found: BlobReport) { report.absorb(found.placed(in: origin)) }

    /// Takes what was found in blobs of which each finding knows whether it is in mail.
    func take(placed found: BlobReport) { report.absorb(found) }

    /// Takes what was found in a container's bytes as they stand, once its members are done.
    ///
    /// - Parameters:
    ///   - first: how many findings there were before its members came.
    ///   - isWhole: whether all of it was understood.
    ///   - judgesByPath: whether a rule's verdict depends on the path.
    func take(_ found: BlobReport, membersFrom first: Int, isWhole: Bool, judgesByPath: (String) -> Bool) {
        let inside = Set(report.findings[first...].map(\.secret))
        take(found.outside(inside, isWhole: isWhole, judgesByPath: judgesByPath))
    }

    /// Forgets what was found in a blob and is no more than a part of other secrets. It stays masked.
    func forgetParts(of secrets: [Secret], in provenance: Provenance) {
        let wholes = secrets.map { $0.reveal() }
        func isPart(_ finding: Finding) -> Bool {
            let part = finding.secret.reveal()
            return finding.provenance.steps == provenance.steps
                && wholes.contains { $0.count > part.count && $0.firstRange(of: part) != nil }
        }
        report.unreported += report.findings.filter(isPart).map(\.secret)
        report.findings.removeAll(where: isPart)
    }

    /// What is in the file: what its bytes as they stand tell, and what is in its members.
    func report(with found: BlobReport, isWhole: Bool, judgesByPath: (String) -> Bool) -> BlobReport {
        var all = found.outside(Set(report.findings.map(\.secret)), isWhole: isWhole, judgesByPath: judgesByPath)
        all.absorb(report)
        return all
    }
}

extension BlobReport {
    /// The report with findings in a part of a mail message, unless they know a part.
    func placed(in origin: MailOrigin?) -> BlobReport {
        guard let origin, !findings.isEmpty else { return self }
        var placed = self
        placed.findings = findings.map { $0.mail == nil ? $0.placed(in: origin) : $0 }
        return placed
    }

    /// Adds what another blob came to, except for the rules that gave up.
    mutating func absorb(_ other: BlobReport) {
        findings += other.findings
        unreported += other.unreported
        dropped.merge(other.dropped)
        if !other.publicHalves.isEmpty { publicHalves.merge(other.publicHalves) }
    }

    /// What a container's bytes as they stand tell that its members do not.
    ///
    /// What is stored without compression is seen twice: in the member, with its name, and here. So what a member has
    /// is left out. Where all members could be read, so are the counts, and verdicts that depend on the path, which is
    /// that of the container here and says nothing.
    func outside(_ members: Set<Secret>, isWhole: Bool, judgesByPath: (String) -> Bool) -> BlobReport {
        var rest = self
        rest.findings = findings.filter { finding in
            !members.contains(finding.secret) && !(isWhole && judgesByPath(finding.rule.id))
        }
        if isWhole {
            rest.dropped = DropCounts()
            rest.publicHalves = PublicHalves()
        }
        return rest
    }
}
