import Rules

/// A composite as its file states it. What is missing or of the wrong type is `nil` or empty here, and noted already.
struct CompositeDraft {
    let locator: RuleLocator
    var id: String?
    var title: String?
    var description: String?
    var provider: String
    var severity: Severity?
    var confidence: Double
    var parts: [CompositeRule.Part]
    var primaryRole: String?
    var distance: CompositeDistance?
    var examples: [String]
    var counterExamples: [String]
    var references: [String]
    var remedy: String?
}
