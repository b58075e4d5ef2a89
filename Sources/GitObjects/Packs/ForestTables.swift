/// What a `PackForest` knows, by position of the pack.
final class ForestTables: Sendable {
    /// Stands for "none" where there is no position, and for "too large" where there is a size.
    static let none = UInt32.max

    /// Marks deltas in `kinds`.
    static let deltaBit: UInt8 = 0x80

    let roots: [Int]
    let problems: [ForestProblem]
    let parents: [UInt32]

    /// The children of all, one position behind the other, and where each position's begin.
    let childList: [UInt32]
    let childStarts: [UInt32]

    /// How many objects the tree below a position has, itself among them.
    let treeSizes: [UInt32]

    /// What each entry declares, in bytes; those that do not fit are in `largeSizes`.
    let sizes: [UInt32]
    let largeSizes: [Int: Int]

    /// The number of the root's kind; 0 where it is not known, and `deltaBit` set on deltas.
    let kinds: [UInt8]

    let externalBases: [Int: ObjectID]

    init(_ builder: consuming ForestBuilder) {
        roots = builder.roots
        problems = builder.problems.sorted { $0.position < $1.position }
        parents = builder.parents
        childList = builder.childList
        childStarts = builder.childStarts
        treeSizes = builder.treeSizes
        sizes = builder.sizes
        largeSizes = builder.largeSizes
        kinds = builder.kinds
        externalBases = builder.externalBases
    }
}
