/// What the containers of one file may cost.
public struct ContainerLimits: Hashable, Sendable {
    /// How many containers may lie in each other, the file itself included. 0: none is opened.
    public var depth: Int

    /// Bytes that a file may expand to, at all depths together; `nil` for the larger of a GiB and 200 times its size.
    public var expandedBytes: Int?

    /// Members of all containers of a file together.
    public var members: Int

    /// Bytes that all workers together may hold of containers that lie in others.
    public var memory: Int

    public static let defaultDepth = 8
    public static let defaultMembers = 1_000_000
    public static let defaultMemory = 256 << 20

    public init(
        depth: Int = defaultDepth, expandedBytes: Int? = nil, members: Int = defaultMembers,
        memory: Int = defaultMemory
    ) {
        self.depth = depth
        self.expandedBytes = expandedBytes
        self.members = members
        self.memory = memory
    }
}
