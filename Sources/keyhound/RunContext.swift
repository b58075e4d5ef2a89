import Blobs
import Exposure
import Findings
import Glibc
import PCRE2
import Pipeline
import Reporting
import Scanning

/// What every command that scans needs: rules, the meaning of results, somewhere to put the report, the clock.
struct RunContext: ~Copyable {
    let rules: CompiledRuleSet
    let session: ScanSession
    let workers: Int
    let scanning: ScanOptions

    private let loaded: LoadedRules
    private let policy: ResultPolicy
    private let results: ResultOptions
    private let showsStatistics: Bool
    private let jit: JITPolicy
    private let reports: [ReportTarget]

    /// What the user says about mail; `nil` where nobody asks whom secrets reached.
    private let mail: MailReportOptions?

    /// Refuses what cannot work while nothing has been scanned.
    ///
    /// - Parameters:
    ///   - deniesComments: whether comments in what is scanned have no say, whatever the options are.
    ///   - moreReports: those that are asked for by options of their own.
    /// - Throws: `Refusal`, or `ProcessExit` when a report could not be delivered.
    init(
        rules ruleOptions: RuleOptions, results: ResultOptions, work: WorkOptions, deniesComments: Bool = false,
        mail: MailReportOptions? = nil, moreReports: [ReportRequest] = []
    ) throws {
        let jit = Self.jitPolicy()
        let loaded = try LoadedRules(ruleOptions)
        let requests = try ReportRequest.requests(results) + moreReports
        let policy = try ResultPolicy(results, reports: requests, deniesComments: deniesComments)
        reports = try ReportTarget.targets(requests)
        (self.jit, self.loaded, self.policy, self.mail) = (jit, loaded, policy, mail)
        rules = CompiledRuleSet(loaded.rules, jit: jit, prefilter: work.prefilter)
        session = ScanSession(timeout: work.timeout, showsProgress: !results.noProgress && !results.quiet)
        workers = Self.workerCount(work)
        scanning = ScanOptions(
            threshold: results.minConfidence, reportsImpossible: results.reportImpossible, jit: jit,
            now: session.started, clock: SystemClock.threadNanoseconds)
        self.results = results
        showsStatistics = work.stats
        announce()
    }

    /// SHA-256 of the rules of this run, in hexadecimal digits.
    var rulesSHA256: String { loaded.tool(usesJIT: false).rulesSHA256 }

    /// Reports what a run came to, and ends the process with its status.
    ///
    /// - Parameters:
    ///   - targets: what the user named.
    ///   - listFailure: why a list of targets could not be read to its end.
    /// - Throws: always: the exit of the process.
    consuming func conclude(_ result: RunResult, targets: [RawPath], listFailure: Diagnostic? = nil) throws {
        let elapsed = session.elapsed
        if result.publicHalves.isCut, !results.quiet {
            StandardStreams.writeError(
                "keyhound: more than \(PublicHalves.limit) public keys: private keys may lack their pair\n")
        }
        if showsStatistics {
            StandardStreams.writeError(RuleStatistics(result, rules: loaded.rules, seconds: elapsed).text)
        }
        let report = policy.report(
            result, listFailure: listFailure, interruption: Signals.interruption,
            tool: loaded.tool(usesJIT: jit == .automatic && PCRE2Library.jitIsUsable),
            started: session.started, elapsed: elapsed, workers: workers, targets: targets, mail: mail)
        // A report that cannot be delivered keeps no other from it.
        let isDelivered = reports.map { $0.deliver(report, isQuiet: results.quiet) }.allSatisfy(\.self)
        if !results.quiet { StandardStreams.writeError(IncompleteNotice.text(report)) }
        throw ProcessExit(
            status: policy.exitStatus(report, isDelivered: isDelivered, interruption: Signals.interruption))
    }

    /// Says what differs from the usual, and with `--verbose` everything.
    private func announce() {
        guard !results.quiet else { return }
        let isRefused = jit == .automatic && !PCRE2Library.jitIsUsable
        if isRefused {
            StandardStreams.writeError(
                "keyhound: no executable memory to be had: patterns run in the interpreter, slower, same findings\n")
        }
        guard results.verbose > 0 else { return }
        let engine = jit == .automatic && !isRefused ? "machine code" : "interpreter"
        StandardStreams.writeError(
            "keyhound \(Keyhound.version): \(loaded.rules.count) rules, PCRE2 \(PCRE2Library.version) (\(engine)), "
                + "\(workers) workers\n")
    }

    /// `KEYHOUND_JIT=off` makes patterns run in the interpreter, with the same findings.
    private static func jitPolicy() -> JITPolicy {
        Environment.value(of: "KEYHOUND_JIT") == "off" ? .never : .automatic
    }

    /// As many as the user wants, or as there are processors.
    static func workerCount(_ work: WorkOptions) -> Int {
        AddressSpace.workers(atMost: work.jobs ?? processorCount())
    }

    private static func processorCount() -> Int {
        min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), WorkOptions.mostJobs)
    }
}
