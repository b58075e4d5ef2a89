/// Which objects of a pack a walk visits: those that are wanted, and not those that are made on the way to them.
public struct WalkSelection: Sendable {
    private let wanted: [Bool]

    /// Wanted, or the base of one that is needed.
    private let needed: [Bool]

    /// - Parameter isWanted: asked once for each position, in order.
    /// - Complexity: O(n) in the number of objects.
    public init(_ forest: PackForest, where isWanted: (Int) -> Bool) {
        let wanted = (0..<forest.count).map(isWanted)
        var needed = wanted
        for position in wanted.indices where wanted[position] {
            var base = forest.parent(of: position)
            while let next = base, !needed[next] {
                needed[next] = true
                base = forest.parent(of: next)
            }
        }
        (self.wanted, self.needed) = (wanted, needed)
    }

    public func isWanted(_ position: Int) -> Bool { wanted[position] }

    func isNeeded(_ position: Int) -> Bool { needed[position] }
}
