/// Why a pattern or a matcher could not be made. Matching itself never throws.
///
/// Offsets count bytes of the pattern's UTF-8 source, from 0.
public enum PatternError: Error, Sendable, Hashable {
    /// PCRE2 cannot read the source. `message` is PCRE2's own.
    case syntax(message: String, byteOffset: Int)

    /// The source has more bytes than `limit`.
    case tooLong(byteCount: Int, limit: Int)

    /// The compiled form has more bytes than `limit`. `byteCount` is nil if PCRE2 gave up before it knew the size.
    case tooLarge(byteCount: Int?, limit: Int)

    /// The source has more capture groups than `limit`.
    case tooManyGroups(count: Int, limit: Int)

    /// Parentheses are nested deeper than `limit`.
    case nestedTooDeeply(limit: Int, byteOffset: Int)

    /// The source uses syntax that is refused.
    case forbiddenConstruct(ForbiddenConstruct, byteOffset: Int)

    /// The system refused memory.
    case outOfMemory
}

extension PatternError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let message, let byteOffset):
            "invalid pattern at byte \(byteOffset): \(message)"
        case .tooLong(let byteCount, let limit):
            "the pattern has \(byteCount) bytes, the limit is \(limit): split it"
        case .tooLarge(let byteCount?, let limit):
            "the pattern compiles to \(byteCount) bytes, the limit is \(limit): use smaller repeat counts, or split it"
        case .tooLarge(nil, let limit):
            "the pattern is too large for PCRE2, the limit is \(limit) bytes: use smaller repeat counts, or split it"
        case .tooManyGroups(let count, let limit):
            "the pattern has \(count) capture groups, the limit is \(limit): use (?:…) where no capture is needed"
        case .nestedTooDeeply(let limit, let byteOffset):
            "parentheses at byte \(byteOffset) are nested deeper than \(limit): flatten the pattern"
        case .forbiddenConstruct(let construct, let byteOffset):
            "\(construct.spelling) at byte \(byteOffset) is not allowed: \(construct.remedy)"
        case .outOfMemory:
            "out of memory: give the process more, or use fewer or smaller patterns"
        }
    }
}
