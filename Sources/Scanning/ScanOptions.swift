import Findings
import PCRE2

/// What a scanner is told besides its rules.
public struct ScanOptions: Sendable {
    /// Findings below this level are counted only.
    public var threshold: Confidence

    /// Whether matches that fail a check that must hold are reported, marked, instead of dropped.
    public var reportsImpossible: Bool
    public var jit: JITPolicy

    /// Nanoseconds of processor time of the calling thread, from any start: bounds what a rule may cost in a blob.
    public var clock: @Sendable () -> UInt64

    /// When the run began, in seconds since 1970: decides whether a credential that tells its expiry has expired.
    public var now: Int

    public init(
        threshold: Confidence = .medium, reportsImpossible: Bool = false, jit: JITPolicy = .automatic, now: Int,
        clock: @escaping @Sendable () -> UInt64
    ) {
        self.threshold = threshold
        self.reportsImpossible = reportsImpossible
        self.jit = jit
        self.now = now
        self.clock = clock
    }
}
