/// Which object of a pack is a delta to which: trees, whose roots are whole objects or have their base elsewhere.
///
/// 21 bytes an object. Every position is in exactly one tree, or in `problems`.
public struct PackForest: Sendable {
    /// One reference, so that a worker that passes a forest on counts one and not eight.
    private let tables: ForestTables

    /// Reads the headers of all entries, in order.
    ///
    /// - Throws: `unreadable` when the pack cannot be opened. What is wrong with entries is in `problems`.
    /// - Complexity: O(n), and one read through the pack.
    public init(_ pack: Pack) throws(ObjectError) {
        var builder = ForestBuilder(pack)
        try builder.readHeaders()
        builder.joinChildren()
        builder.walkTrees()
        tables = ForestTables(builder)
    }

    /// In ascending order.
    public var roots: [Int] { tables.roots }

    /// Those that are in no tree, in ascending order.
    public var problems: [ForestProblem] { tables.problems }

    /// How many objects the pack has.
    public var count: Int { tables.parents.count }

    /// The position of the object that this one is a delta to; `nil` for roots.
    public func parent(of position: Int) -> Int? {
        let parent = tables.parents[position]
        return parent == ForestTables.none ? nil : Int(parent)
    }

    public func children(of position: Int) -> PositionList {
        PositionList(tables.childList[childRange(of: position)])
    }

    /// The kind of the object, which is that of its root; `nil` when that has its base outside of the pack, or for a
    /// position that is in no tree.
    public func kind(of position: Int) -> ObjectKind? {
        ObjectKind(rawValue: tables.kinds[position] & ~ForestTables.deltaBit)
    }

    /// The size of a whole object in bytes; `nil` for deltas, whose sizes only reading tells.
    public func size(of position: Int) -> Int? {
        tables.kinds[position] & ForestTables.deltaBit == 0 && tables.kinds[position] != 0
            ? entrySize(of: position) : nil
    }

    /// The base of a root that is a delta to an object outside of the pack.
    public func externalBase(of position: Int) -> ObjectID? { tables.externalBases[position] }

    /// What the entry holds, object or delta, inflated; in bytes.
    func entrySize(of position: Int) -> Int {
        tables.sizes[position] == ForestTables.none
            ? tables.largeSizes[position] ?? Int(ForestTables.none) : Int(tables.sizes[position])
    }

    func hasChildren(_ position: Int) -> Bool { !childRange(of: position).isEmpty }

    /// Where the children of a position are in the list that `child` reads.
    func childRange(of position: Int) -> Range<Int> {
        Int(tables.childStarts[position])..<Int(tables.childStarts[position + 1])
    }

    func child(at index: Int) -> Int { Int(tables.childList[index]) }

    func treeSize(of position: Int) -> Int { Int(tables.treeSizes[position]) }
}
