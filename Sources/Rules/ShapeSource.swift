/// Where the shape that a rule describes is known from.
public enum ShapeSource: String, CaseIterable, Hashable, Sendable {
    /// A page of the issuer states or shows it.
    case documented

    /// From credentials as they are seen; the rule's references say what they are for.
    case observed
}
