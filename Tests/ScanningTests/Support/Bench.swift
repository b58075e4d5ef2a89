import Blobs
import BuiltInRules
import Findings
import Glibc
import PCRE2
import RuleCompilation
import Rules
import Scanning
import Synchronization

/// A rule set made ready, and scans with it: whole, or in segments as the contract of `Scanner` allows them.
struct Bench {
    let rules: CompiledRuleSet
    var options: ScanOptions

    init(
        _ rules: RuleSet, jit: JITPolicy = .automatic, prefilter: Prefilter = .fast, threshold: Confidence = .low,
        reportsImpossible: Bool = false
    ) {
        self.rules = CompiledRuleSet(rules, jit: jit, prefilter: prefilter)
        options = ScanOptions(
            threshold: threshold, reportsImpossible: reportsImpossible, jit: jit, now: 0, clock: Self.clock)
    }

    /// Made once: scanners share them, as workers do.
    private static let builtInRules = Mutex<[String: CompiledRuleSet]>([:])

    private init(_ rules: CompiledRuleSet, jit: JITPolicy, threshold: Confidence) {
        self.rules = rules
        options = ScanOptions(threshold: threshold, jit: jit, now: 0, clock: Self.clock)
    }

    static func builtIn(
        jit: JITPolicy = .automatic, prefilter: Prefilter = .fast, threshold: Confidence = .low
    ) throws -> Bench {
        let key = "\(jit) \(prefilter)"
        let known = try builtInRules.withLock { made in
            if let known = made[key] { return known }
            let rules = CompiledRuleSet(try RuleSet([BuiltInRules.table]), jit: jit, prefilter: prefilter)
            made[key] = rules
            return rules
        }
        return Bench(known, jit: jit, threshold: threshold)
    }

    /// Rules as a user writes them.
    static func user(
        _ text: String, jit: JITPolicy = .automatic, prefilter: Prefilter = .fast, threshold: Confidence = .low
    ) throws -> Bench {
        let compiler = RuleFileCompiler(for: .user, timeLimit: .seconds(60))
        let compiled = try compiler.compile([RuleFile(name: "user.toml", bytes: Array(text.utf8))])
        let rules = try RuleSet([try compiled.table()])
        return Bench(rules, jit: jit, prefilter: prefilter, threshold: threshold)
    }

    static let clock: @Sendable () -> UInt64 = {
        var time = timespec()
        // The structure is filled; every Linux has this clock.
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static let provenance = Provenance(.file(RawPath("blob")))

    func report(whole text: [UInt8]) throws -> BlobReport {
        var scanner = try Scanner(rules, options: options)
        return scanner.scan(whole: text.span) { Self.provenance }
    }

    func scan(whole text: [UInt8]) throws -> BlobSummary {
        BlobSummary(try report(whole: text))
    }

    /// Scans with cores that end at `cuts`, ascending, and at the end.
    ///
    /// - Parameters:
    ///   - holes: ranges of zeros that are left out, each longer than the context around it.
    ///   - more: bytes of context beyond what the rules ask for, for each segment.
    func scan(
        _ text: [UInt8], cuts: [Int], holes: [Range<Int>] = [], more: () -> Int = { 0 }
    ) throws -> BlobSummary {
        var scanner = try Scanner(rules, options: options)
        let context = rules.context
        scanner.begin()
        var start = 0
        var earliest = 0
        let ends = (cuts.filter { cut in !holes.contains { $0.contains(cut) } } + holes.map(\.lowerBound)).sorted()
        for end in ends.drop(while: { $0 <= 0 && !holes.contains { $0.lowerBound == 0 } }) + [text.count] {
            let first = max(earliest, start - context.before - more())
            let last = min(text.count, end + context.after + more())
            let hole = holes.first { $0.lowerBound == end }
            let continuation: Scanner.Continuation =
                end == text.count ? .end : hole.map { .hole(until: $0.upperBound - context.before) } ?? .adjacent
            scanner.scan(
                text[first..<last].span, origin: first, core: start - first..<end - first,
                continuation: continuation
            ) { Self.provenance }
            start = hole?.upperBound ?? end
            if let hole { earliest = hole.upperBound - context.before }
        }
        return BlobSummary(scanner.finish { Self.provenance })
    }
}
