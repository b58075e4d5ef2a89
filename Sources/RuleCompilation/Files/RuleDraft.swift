import Rules

/// A rule as its file states it, before its parts are checked against each other.
///
/// What is missing or of the wrong type is `nil` or empty here, and noted already.
struct RuleDraft {
    enum SecretGroup {
        case number(Int)
        case name(String)
    }

    let locator: RuleLocator
    var id: String?
    var title: String?
    var description: String?
    var provider: String
    var severity: Severity?
    var pattern: String?
    var patternOptions: PatternOptions
    var anchors: [Anchor]
    var startsAtAnchor: Bool
    var reach: Reach?
    var secretGroup: SecretGroup
    var minimumEntropy: Double
    var confidence: Double
    var proof: Proof
    var needsValueRun: Bool
    var shape: RuleShape
    var source: ShapeSource?
    var allowPatterns: [String]
    var examples: [String]
    var counterExamples: [String]
    var references: [String]
    var remedy: String?
}
