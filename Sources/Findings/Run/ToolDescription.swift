/// Which scanner made a report, and with what.
public struct ToolDescription: Hashable, Sendable {
    public let name: String
    public let version: String

    /// SHA-256 of the effective rule table, lower-case hexadecimal.
    public let rulesSHA256: String

    /// As PCRE2 tells it, such as `10.42 2022-12-11`.
    public let pcre2Version: String

    /// Whether patterns run as machine code.
    public let usesJIT: Bool

    public init(name: String, version: String, rulesSHA256: String, pcre2Version: String, usesJIT: Bool) {
        self.name = name
        self.version = version
        self.rulesSHA256 = rulesSHA256
        self.pcre2Version = pcre2Version
        self.usesJIT = usesJIT
    }
}
