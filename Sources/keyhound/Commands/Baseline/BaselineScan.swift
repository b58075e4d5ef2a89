import Baselines
import Blobs
import Findings
import Glibc
import Pipeline
import Reporting
import Scanning

/// The scan behind a baseline: what it found, and how complete it is.
struct BaselineScan {
    let result: RunResult
    let today: String

    /// What the user named, and what else is taken over from.
    private let targets: [RawPath]
    private let ignores: [TakenOverIgnores]

    /// - Throws: `Refusal`.
    init(_ targets: TargetOptions, _ rules: RuleOptions, _ work: WorkOptions, _ entries: EntryOptions) throws {
        let plan = try TargetPlan(targets)
        self.targets = plan.names
        ignores = try entries.from.map { try TakenOverIgnores(RawPath($0)) }
        let session = ScanSession(timeout: work.timeout, showsProgress: !entries.noProgress)
        let scanning = ScanOptions(
            threshold: entries.minConfidence, now: session.started, clock: SystemClock.threadNanoseconds)
        let scan = FileScan(plan, targets, work, workers: RunContext.workerCount(work), scanning: scanning)
        let compiled = CompiledRuleSet(try LoadedRules(rules).rules, prefilter: work.prefilter)
        var result = try scan.run(compiled, in: session)
        if let failure = plan.failure { result.skip(failure) }
        self.result = result
        today = JudgedBaseline.day(session.started)
    }

    /// Findings that no comment suppresses: what is let be beside the secret needs no entry.
    var findings: [Finding] { JudgedFindings(result.findings, deniesComments: false).counting }

    var isComplete: Bool { result.coverage.incompleteReasons().isEmpty && Signals.interruption == nil }

    /// Adds entries for what was found; where something is taken over, only for what it names.
    ///
    /// - Returns: how many.
    func add(to baseline: inout Baseline, _ options: EntryOptions) -> Int {
        func add(_ findings: [Finding], _ reason: String?) -> Int {
            baseline.add(
                findings, masker: result.masker, reason: reason, owner: options.owner, expires: options.expires,
                created: today)
        }
        guard !ignores.isEmpty else { return add(findings, options.reason) }
        var count = 0
        for finding in findings {
            guard let reason = ignores.lazy.compactMap({ $0.reason(of: finding, targets: targets) }).first else {
                continue
            }
            count += add([finding], options.reason ?? reason)
        }
        return count
    }

    /// Writes the file, says what was done, and ends the process: with 3 if not everything was examined.
    func conclude(_ baseline: Baseline, at path: RawPath, did what: String) throws {
        let bytes = baseline.serialized()
        guard bytes.count <= Baseline.largest else {
            throw Refusal("\(path.lossyText): the baseline would have more than \(Baseline.largest) bytes")
        }
        do throws(DeliveryError) {
            try OwnFile.replace(path, with: bytes)
        } catch {
            throw error.ending
        }
        var lines = ["\(DisplayText.name(path.bytes)): \(what)"]
        if baseline.leftOutCount > 0 {
            lines.append("\(baseline.leftOutCount) findings were left out: more than a baseline can hold.")
        }
        for (reason, tally) in result.coverage.skipped.sorted(by: { $0.key < $1.key }) where reason.isIncomplete {
            lines.append("Not examined, \(reason.rawValue): \(tally.count)")
        }
        guard StandardStreams.writeOutput(lines.joined(separator: "\n") + "\n") else {
            throw ProcessExit(status: .undelivered)
        }
        if let interruption = Signals.interruption { throw ProcessExit(status: .interrupted(interruption)) }
        throw ProcessExit(status: isComplete ? .clean : .incomplete)
    }
}
