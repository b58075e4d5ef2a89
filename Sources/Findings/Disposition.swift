/// What becomes of a candidate that is a credential by its shape.
public enum Disposition: String, Hashable, Sendable, CaseIterable, Comparable {
    /// It is reported.
    case report

    /// Published by its issuer as an example: recognised, counted, and not a leak.
    case documentationExample = "documentation-example"

    /// Known to belong to a published canary: recognised, counted, and best left alone.
    case canary

    /// The public half of a pair of keys: no finding, and joined with the private half at the end of the run.
    case publicHalf = "public-half"

    public static func < (left: Disposition, right: Disposition) -> Bool {
        left.rawValue < right.rawValue
    }
}
