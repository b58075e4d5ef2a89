/// An object of a walk that still has children to come.
///
/// The child with the largest tree comes last, and the frame is gone by then: so however the deltas of a pack hang
/// together, there are never more frames than the binary logarithm of its objects.
struct WalkFrame {
    let position: Int

    /// The object; `nil` when it was dropped to save memory.
    var bytes: ByteBlock?

    private var next: Int
    private let end: Int
    private let heaviest: Int

    /// - Precondition: the position has children.
    /// - Complexity: O(n) in their number.
    init(_ position: Int, bytes: ByteBlock, in forest: PackForest) {
        let range = forest.childRange(of: position)
        var heaviest = range.lowerBound
        var largest = 0
        for index in range {
            let size = forest.treeSize(of: forest.child(at: index))
            if size > largest { (heaviest, largest) = (index, size) }
        }
        self.position = position
        self.bytes = bytes
        self.heaviest = heaviest
        next = range.lowerBound
        end = range.upperBound
    }

    /// The next child, and whether it is the last one.
    mutating func nextChild(in forest: PackForest) -> (position: Int, isLast: Bool) {
        if next == heaviest { next += 1 }
        guard next < end else { return (forest.child(at: heaviest), true) }
        next += 1
        return (forest.child(at: next - 1), false)
    }
}
