import Rules

/// What a report says about the rule behind a finding, shared by all findings of the rule.
public final class RuleSummary: Sendable {
    public let id: String
    public let title: String
    public let description: String
    public let severity: Severity

    /// What to do about a finding, in a sentence or two.
    public let remedy: String

    /// Pages of the issuer, as URLs.
    public let references: [String]

    public init(
        id: String, title: String, description: String, severity: Severity, remedy: String, references: [String]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.severity = severity
        self.remedy = remedy
        self.references = references
    }
}
