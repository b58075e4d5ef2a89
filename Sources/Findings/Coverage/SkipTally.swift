/// What was skipped for one reason: how much, and the first few in path order.
public struct SkipTally: Hashable, Sendable {
    /// How many examples are kept: enough to act on, few enough for any tree.
    public static let exampleLimit = 10

    public private(set) var count = 0

    /// Bytes that were not examined, as far as their number is known.
    public private(set) var bytes = 0

    /// The first `exampleLimit` in order, whatever the order in which they were met.
    public private(set) var examples: [Diagnostic] = []

    public init() {}

    public mutating func add(_ diagnostic: Diagnostic, bytes: Int) {
        count += 1
        self.bytes += bytes
        keep(diagnostic)
    }

    public mutating func merge(_ other: SkipTally) {
        count += other.count
        bytes += other.bytes
        other.examples.forEach { keep($0) }
    }

    private mutating func keep(_ diagnostic: Diagnostic) {
        if examples.count == Self.exampleLimit, let last = examples.last, diagnostic >= last { return }
        let position = examples.firstIndex { diagnostic < $0 } ?? examples.count
        examples.insert(diagnostic, at: position)
        if examples.count > Self.exampleLimit { examples.removeLast() }
    }
}
