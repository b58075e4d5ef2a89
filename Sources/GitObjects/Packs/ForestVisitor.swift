import Blobs

/// What is done with the objects of a walk. Each object of a tree comes to one of the three calls, once.
public protocol ForestVisitor: ~Copyable {
    /// What is to be known about an object when those that are deltas to it are visited.
    associatedtype Note

    /// Takes an object in memory.
    ///
    /// - Parameters:
    ///   - content: valid during the call.
    ///   - base: what the visit of the object that this one is a delta to returned; `nil` for a root.
    ///   - copies: the parts that are the same as in that object, in ascending order. Some may be left out, and all are
    ///     for a root. Keeping the array costs a copy of it.
    mutating func visit(
        _ object: PackedObject, content: Span<UInt8>, base: borrowing Note?, copies: [CopiedRange]
    ) -> Note

    /// Takes a blob that is too large for the memory of a walk. Nothing that is visited has it as its base.
    mutating func visit(stream object: PackedObject, _ source: inout InflatingSource)

    /// Takes note of an object that cannot be had.
    mutating func fail(_ object: PackedObject, _ error: ObjectError)

    /// Whether to end the walk. Looked at before each object; those that are left come to no call.
    var shouldStop: Bool { get }
}
