/// How a rule's pattern is to be read. The names are PCRE2's, without the prefix.
public struct PatternOptions: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// ASCII letters match in both cases: PCRE2_CASELESS.
    public static let ignoreCase = PatternOptions(rawValue: 1 << 0)
    /// White space and `#` comments in the pattern are skipped: PCRE2_EXTENDED.
    public static let extended = PatternOptions(rawValue: 1 << 1)
    /// A dot matches line breaks too: PCRE2_DOTALL.
    public static let dotAll = PatternOptions(rawValue: 1 << 2)
    /// `^` and `$` match at line breaks too: PCRE2_MULTILINE.
    public static let multiline = PatternOptions(rawValue: 1 << 3)

    /// Every option under the name that rule files use.
    public static let named: [(name: String, option: PatternOptions)] = [
        ("ignore-case", .ignoreCase),
        ("extended", .extended),
        ("dot-all", .dotAll),
        ("multiline", .multiline),
    ]
}
