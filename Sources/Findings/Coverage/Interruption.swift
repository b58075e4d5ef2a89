/// A signal that ended a run early.
public enum Interruption: Int32, Hashable, Sendable {
    case hangUp = 1
    case interrupt = 2
    case terminate = 15
}
