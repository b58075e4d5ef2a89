/// A finding made of several: matches of other rules that stand near each other, such as a key id and its secret.
///
/// Composites never read bytes. They join finished matches, so they do not bend the law of locality.
public struct CompositeRule: Hashable, Sendable {
    /// One role in the composite, played by a match of any of its rules.
    public struct Part: Hashable, Sendable {
        /// What the match is to the composite: "id", "secret".
        public var role: String
        /// Ids of rules; never empty.
        public var rules: [String]

        public init(role: String, rules: [String]) {
            self.role = role
            self.rules = rules
        }
    }

    /// Lower-case words joined by hyphens; unique in a `RuleSet`, rules included.
    public var id: String
    public var title: String
    public var description: String
    public var provider: String
    public var severity: Severity
    /// The score, 0 to 1, of a composite about which no proof says anything. Kept to a thousandth.
    public var confidence: Double
    /// At least two.
    public var parts: [Part]
    /// The position in `parts` of the one whose place is the place of the finding.
    public var primary: Int
    public var distance: CompositeDistance
    public var examples: [String]
    public var counterExamples: [String]
    public var references: [String]
    public var remedy: String

    public init(
        id: String,
        title: String,
        description: String = "",
        provider: String = "",
        severity: Severity,
        confidence: Double,
        parts: [Part],
        primary: Int,
        distance: CompositeDistance,
        examples: [String] = [],
        counterExamples: [String] = [],
        references: [String] = [],
        remedy: String = ""
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.provider = provider
        self.severity = severity
        self.confidence = confidence
        self.parts = parts
        self.primary = primary
        self.distance = distance
        self.examples = examples
        self.counterExamples = counterExamples
        self.references = references
        self.remedy = remedy
    }
}
