import Blobs
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
    private var destination: ReportDestination

    /// Refuses what cannot work while nothing has been scanned.
    ///
    /// - Throws: `Refusal`, or `ProcessExit` when a report could not be delivered.
    init(rules ruleOptions: RuleOptions, results: ResultOptions, work: WorkOptions) throws {
        let jit = Self.jitPolicy()
        let loaded = try LoadedRules(ruleOptions)
        let policy = try ResultPolicy(results)
        destination = try Self.destination(results)
        (self.jit, self.loaded, self.policy) = (jit, loaded, policy)
        rules = CompiledRuleSet(loaded.rules, jit: jit, prefilter: work.prefilter)
        session = ScanSession(timeout: work.timeout, showsProgress: !results.noProgress && !results.quiet)
        workers = work.jobs ?? Self.processorCount()
        scanning = ScanOptions(
            threshold: results.minConfidence, reportsImpossible: results.reportImpossible, jit: jit,
            now: session.started, clock: SystemClock.threadNanoseconds)
        self.results = results
        showsStatistics = work.stats
        announce()
    }

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
            started: session.started, elapsed: elapsed, workers: workers, targets: targets)
        let (policy, results) = (policy, results)
        let isDelivered = Self.deliver(report, to: destination, results: results)
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

    private static func processorCount() -> Int {
        min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), WorkOptions.mostJobs)
    }

    private static func destination(_ results: ResultOptions) throws -> ReportDestination {
        do throws(DeliveryError) {
            guard let output = results.output else { return try ReportDestination.standardOutput() }
            return try ReportDestination(path: RawPath(output))
        } catch {
            if error.isRefusal { throw Refusal(error.description) }
            StandardStreams.writeError("keyhound: \(error)\n")
            throw ProcessExit(status: .undelivered)
        }
    }

    private static func deliver(
        _ report: RunReport, to destination: consuming ReportDestination, results: ResultOptions
    ) -> Bool {
        let colour = results.output == nil && StandardStreams.outputIsTerminal && !Environment.has("NO_COLOR")
        do throws(DeliveryError) {
            let receipt = try destination.deliver(report, as: results.format, colour: colour)
            if !results.quiet {
                for warning in receipt.warnings { StandardStreams.writeError("keyhound: \(warning)\n") }
            }
            return true
        } catch {
            StandardStreams.writeError("keyhound: \(error)\n")
            return false
        }
    }
}
