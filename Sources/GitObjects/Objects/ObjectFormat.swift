/// The hash by which a repository names its objects.
///
/// Format: git's Documentation/technical/hash-function-transition.
public enum ObjectFormat: String, Hashable, Sendable, CaseIterable {
    case sha1
    case sha256

    /// Bytes of an object's name.
    public var idLength: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        }
    }
}
