import Synchronization

/// How much memory walks may take. All workers share one.
public final class MemoryBudget: Sendable {
    /// Bytes of objects that one walk keeps for those that are deltas to them. What does not fit is made again.
    public let stackBytes: Int

    /// What one object, its base and its delta may take together, in bytes.
    public let objectBytes: Int

    /// From this size on, in bytes, only one walk at a time has such objects in memory.
    public let largeObject: Int

    /// Blobs above this size, in bytes, are not taken into memory unless others are deltas to them.
    public let streamingThreshold: Int

    private let largeObjects = Mutex<Void>(())

    public init(
        stackBytes: Int = 64 << 20, objectBytes: Int = 256 << 20, largeObject: Int = 16 << 20,
        streamingThreshold: Int = 8 << 20
    ) {
        self.stackBytes = stackBytes
        self.objectBytes = objectBytes
        self.largeObject = largeObject
        self.streamingThreshold = streamingThreshold
    }

    /// Runs `body` while no other walk has large objects in memory.
    func exclusively<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
        try largeObjects.withLock { (_) throws(Failure) in try body() }
    }
}
