/// A limit that was reached.
public enum ContainerLimit: Hashable, Sendable {
    case depth
    case members
    case memory

    /// So many bytes were expanded.
    case bytes(Int)

    /// So many bytes were expanded, 200 times as many as the file has.
    case ratio(Int)
}
