import LiteralSearch

/// How candidates are found and thinned out before a pattern sees them. All ways give the same findings.
public enum Prefilter: String, Sendable, CaseIterable {
    /// The fastest kernel that this processor can run, and rejecters behind it.
    case fast

    /// Every offset is looked at, and every candidate is searched: the oracle of all others.
    case naive

    // The kernels by name, with rejecters behind them.
    case avx512
    case avx2
    case sse42
    case neon
    case portable

    /// The kernel that searches; `nil` for the naive way.
    var kernel: Kernel? {
        switch self {
        case .fast: .best
        case .naive: nil
        case .avx512: .avx512
        case .avx2: .avx2
        case .sse42: .sse42
        case .neon: .neon
        case .portable: .portable
        }
    }

    /// Whether this processor can run it.
    public var isSupported: Bool { kernel?.isSupported ?? true }
}
