/// How a repository keeps its references: `extensions.refStorage`.
public enum ReferenceStorage: String, Hashable, Sendable {
    /// A file each, and `packed-refs`.
    case files

    /// A stack of binary tables in `reftable/`.
    case reftable
}
