import Blobs
import BuiltInRules
import Findings
import Glibc
import Inputs
import PCRE2
import RuleCompilation
import Rules
import Scanning
import Synchronization

@testable import Pipeline

/// Runs with the built-in rules, or with a user's.
enum Runs {
    /// Made once: all runs of one configuration share it, as workers do.
    static let rules = Mutex<[String: CompiledRuleSet]>([:])

    static func builtIn(jit: JITPolicy = .automatic, prefilter: Prefilter = .fast) throws -> CompiledRuleSet {
        let key = "\(jit) \(prefilter)"
        if let known = rules.withLock({ $0[key] }) { return known }
        let made = CompiledRuleSet(try RuleSet([BuiltInRules.table]), jit: jit, prefilter: prefilter)
        rules.withLock { $0[key] = made }
        return made
    }

    static func user(_ text: String) throws -> CompiledRuleSet {
        let compiler = RuleFileCompiler(for: .user, timeLimit: .seconds(60))
        let compiled = try compiler.compile([RuleFile(name: "user.toml", bytes: Array(text.utf8))])
        return CompiledRuleSet(try RuleSet([try compiled.table()]))
    }

    static func options(jit: JITPolicy = .automatic) -> ScanOptions {
        ScanOptions(threshold: .medium, jit: jit, now: 0) {
            var time = timespec()
            // The structure is filled; every Linux has this clock.
            _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        }
    }

    static func scan(
        _ paths: [String], rules: CompiledRuleSet? = nil, jit: JITPolicy = .automatic, prefilter: Prefilter = .fast,
        workers: Int = 2, chunkSize: Int? = nil, limit: Int? = nil, follows: Bool = false,
        selection: Selection = Selection(), stop: StopFlag = StopFlag()
    ) throws -> RunResult {
        let rules = try rules ?? builtIn(jit: jit, prefilter: prefilter)
        let settings = ScanSettings(
            workers: workers, chunkSize: chunkSize, maximumFileSize: limit, followsLinks: follows, selection: selection,
            scanning: options(jit: jit))
        let targets = Mutex(paths.map { Target.path(RawPath($0)) })
        return try ScanRun.run(rules, settings: settings, stop: stop) {
            targets.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    /// What a template gives for a seed, as text.
    static func text(_ template: String, seed: UInt64) throws -> String {
        try Template(template).expansion(seed: seed)
    }

    static func keyID(_ seed: UInt64) throws -> String { try text("AKIAY{base32:15}", seed: seed) }
}

extension RunResult {
    /// Where each finding is, and what: for comparisons.
    var lines: [String] {
        findings.map { finding in
            "\(finding.provenance.path.lossyText) \(finding.provenance.steps.dropFirst()) \(finding.location) "
                + "\(finding.rule.id) \(finding.score) \(finding.ordinal) \(finding.secret.hashValue) "
                + "\(finding.details) "
                + "\(finding.related.map { "\($0.role) \($0.location)" })"
        }
    }

    /// The names of the files with findings, without the folder `root`.
    func names(below root: String) -> [String] {
        findings.map { String($0.provenance.path.lossyText.dropFirst(root.utf8.count + 1)) }
    }

    func count(_ reason: SkipReason) -> Int { coverage.skipped[reason]?.count ?? 0 }
}
