/// What could be read of a loose object that may be broken.
public struct SalvagedObject: Hashable, Sendable {
    /// `nil` when the header is broken. Then the content is all that could be inflated.
    public let kind: ObjectKind?

    /// What is wrong with it; `nil` when nothing is.
    public let problem: ObjectError?
}
