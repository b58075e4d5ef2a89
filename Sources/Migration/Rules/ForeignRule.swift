/// A rule of another scanner, in the terms that all of them share.
struct ForeignRule: Sendable {
    /// Another rule that must match nearby.
    struct Partner: Sendable {
        let rule: String
        /// `nil` if any distance will do.
        let lines: Int?
        let columns: Int?
    }

    var id: String
    /// Where the rule begins, from 1.
    var line: Int?
    var title: String
    var description = ""
    var pattern: String
    var dialect: RegexDialect
    var group = SecretGroup.first
    var keywords: [String] = []
    var minimumEntropy = 0.0
    var confidence = Confidence.medium
    /// PCRE2 patterns; a secret in which one of them matches is not reported.
    var allow: [String] = []
    var examples: [String] = []
    var counterExamples: [String] = []
    var references: [String] = []
    /// Findings count only beside these.
    var partners: [Partner] = []
    /// Findings serve as partners and are not reported by themselves.
    var isHelper = false
    /// What was found out about the rule so far.
    var remarks: [String] = []

    /// Scores for the levels that other scanners have: the borders of ours.
    enum Confidence: String, Sendable {
        case low, medium, high

        var score: Double {
            switch self {
            case .low: 0.4
            case .medium: 0.6
            case .high: 0.85
            }
        }
    }
}
