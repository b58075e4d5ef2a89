/// An entry of a pack that is in no tree, because its base cannot be told.
public struct ForestProblem: Hashable, Sendable {
    public let position: Int
    public let error: ObjectError
}
