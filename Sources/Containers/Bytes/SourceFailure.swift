/// Why a source gave no more bytes.
public enum SourceFailure: Hashable, Sendable {
    /// The container that the bytes come from cannot be read on.
    case container(ContainerError)

    case limit(ContainerLimit)

    /// The run ends.
    case stopped

    /// The operating system's error number, 0 if it has none, and where.
    case system(Int32, offset: Int)
}
