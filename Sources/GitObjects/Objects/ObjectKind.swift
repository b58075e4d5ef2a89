/// What an object is. The numbers are those of git's pack files.
public enum ObjectKind: UInt8, Hashable, Sendable, CaseIterable {
    case commit = 1
    case tree = 2
    case blob = 3
    case tag = 4

    /// As it is written in loose objects and tags.
    public var name: String {
        switch self {
        case .commit: "commit"
        case .tree: "tree"
        case .blob: "blob"
        case .tag: "tag"
        }
    }
}
