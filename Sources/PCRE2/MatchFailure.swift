import CPCRE2

/// Why a search was given up.
public enum MatchFailure: Sendable, Hashable {
    /// `Matcher.Limits.match` was reached: the pattern backtracks too much on this subject.
    case matchLimit

    /// `Matcher.Limits.depth` was reached. Interpreter only.
    case depthLimit

    /// `Matcher.Limits.heapKibibytes` was reached. Interpreter only.
    case heapLimit

    /// `Matcher.Limits.jitStackBytes` was reached. Machine code only.
    case jitStack

    /// The system refused memory.
    case memory

    /// Another error of PCRE2, by its number.
    case internalError(code: Int32)

    /// - Parameter code: what `pcre2_match` returned: neither a match nor `PCRE2_ERROR_NOMATCH`.
    init(code: Int32) {
        self =
            switch code {
            case PCRE2_ERROR_MATCHLIMIT: .matchLimit
            case PCRE2_ERROR_DEPTHLIMIT: .depthLimit
            case PCRE2_ERROR_HEAPLIMIT: .heapLimit
            case PCRE2_ERROR_JIT_STACKLIMIT: .jitStack
            case PCRE2_ERROR_NOMEMORY: .memory
            default: .internalError(code: code)
            }
    }
}

extension MatchFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .matchLimit: "match limit reached"
        case .depthLimit: "backtracking depth limit reached"
        case .heapLimit: "heap limit reached"
        case .jitStack: "JIT stack limit reached"
        case .memory: "out of memory"
        case .internalError(let code): "PCRE2 error \(code): \(PCRE2Library.message(for: code))"
        }
    }
}
