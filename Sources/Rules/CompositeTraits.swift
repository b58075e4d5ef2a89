/// What joining needs of a composite: its rules resolved to indexes of the set it belongs to.
public struct CompositeTraits: Hashable, Sendable {
    public let severity: Severity
    public let confidence: Double
    public let distance: CompositeDistance
    /// The position in `parts` of the primary part.
    public let primary: Int
    /// For each part, the rules that may play it: ascending, never empty.
    public let parts: [[RuleIndex]]
}
