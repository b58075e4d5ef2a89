/// What the consumer of pushed results wants next.
public enum ReadDecision: Hashable, Sendable {
    /// Push the next one.
    case goOn

    /// Push nothing more for now. What was pushed stays valid.
    case stop
}
