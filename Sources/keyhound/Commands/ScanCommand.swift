import ArgumentParser
import Blobs
import Findings
import Glibc
import Inputs
import PCRE2
import Pipeline
import Reporting
import Rules
import Scanning

/// `keyhound scan`.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Scan files, folders and standard input.",
        discussion: """
            Everything below a folder is scanned, hidden and ignored files included. Nothing in the scanned content \
            changes how it is scanned.
            """)

    @OptionGroup(title: "What to scan") var targets: TargetOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Results") var results: ResultOptions
    @OptionGroup(title: "Work") var work: WorkOptions

    func run() throws {
        let jit = Self.jitPolicy()
        let loaded = try LoadedRules(rules)
        let policy = try ResultPolicy(results)
        let plan = try TargetPlan(targets)
        let destination = try Self.destination(results)
        let compiled = CompiledRuleSet(loaded.rules, jit: jit, prefilter: work.prefilter)

        let session = ScanSession(timeout: work.timeout, showsProgress: !results.noProgress && !results.quiet)
        let workers = work.jobs ?? Self.processorCount()
        let settings = ScanSettings(
            workers: workers, chunkSize: work.chunkSize?.bytes, maximumFileSize: targets.maxFileSize?.bytes,
            followsLinks: targets.follow, selection: plan.selection,
            scanning: ScanOptions(
                threshold: results.minConfidence, reportsImpossible: results.reportImpossible, jit: jit,
                now: session.started, clock: SystemClock.threadNanoseconds))

        announce(loaded.rules.count, jit: jit, workers: workers)

        let result = try session.run { stop, progress in
            try ScanRun.run(
                compiled, settings: settings, stop: stop, progress: progress, nextTarget: plan.nextTarget)
        }

        let elapsed = session.elapsed
        if result.publicHalves.isCut, !results.quiet {
            StandardStreams.writeError(
                "keyhound: more than \(PublicHalves.limit) public keys: private keys may lack their pair\n")
        }
        if work.stats {
            StandardStreams.writeError(RuleStatistics(result, rules: loaded.rules, seconds: elapsed).text)
        }
        let report = policy.report(
            result, listFailure: plan.failure, interruption: Signals.interruption,
            tool: loaded.tool(usesJIT: jit == .automatic && PCRE2Library.jitIsUsable),
            started: session.started, elapsed: elapsed, workers: workers, targets: plan.names)
        let isDelivered = Self.deliver(report, to: destination, results: results)
        if !results.quiet { StandardStreams.writeError(IncompleteNotice.text(report)) }
        throw ProcessExit(
            status: policy.exitStatus(report, isDelivered: isDelivered, interruption: Signals.interruption))
    }

    /// Says what differs from the usual, and with `--verbose` everything.
    private func announce(_ ruleCount: Int, jit: JITPolicy, workers: Int) {
        guard !results.quiet else { return }
        let isRefused = jit == .automatic && !PCRE2Library.jitIsUsable
        if isRefused {
            StandardStreams.writeError(
                "keyhound: no executable memory to be had: patterns run in the interpreter, slower, same findings\n")
        }
        guard results.verbose > 0 else { return }
        let engine = jit == .automatic && !isRefused ? "machine code" : "interpreter"
        StandardStreams.writeError(
            "keyhound \(Keyhound.version): \(ruleCount) rules, PCRE2 \(PCRE2Library.version) (\(engine)), "
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
