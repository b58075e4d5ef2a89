import CLiteralKernels

/// The instruction set that a search runs with. All give the same hits.
public enum Kernel: String, Sendable, CaseIterable {
    case avx512
    case avx2
    case sse42
    case neon
    case portable

    /// Whether this processor has the instructions, and this build the code.
    public var isSupported: Bool { kh_is_supported(code) }

    /// The fastest one that is supported.
    public static let best: Kernel = allCases.first { $0.isSupported } ?? .portable

    var code: kh_kernel {
        switch self {
        case .avx512: KH_AVX512
        case .avx2: KH_AVX2
        case .sse42: KH_SSE42
        case .neon: KH_NEON
        case .portable: KH_PORTABLE
        }
    }
}
