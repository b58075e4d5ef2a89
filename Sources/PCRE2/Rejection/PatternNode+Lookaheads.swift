extension PatternNode {
    /// The same tree, in which of every lookahead the first byte is left.
    var withoutLookaheads: PatternNode { decidingLookaheads(before: Self.longestLength) }

    /// The same tree, in which a lookahead is left whole only if it asks for more bytes than what stands behind it.
    ///
    /// An automaton follows either of the two from there on, and the longer text is the one that less often comes by
    /// chance. Of the other lookaheads the first byte is left.
    ///
    /// - Parameter rest: the fewest bytes that a match has behind this node.
    /// - Complexity: O(*n* · *d*) in the size and the depth of the tree.
    func decidingLookaheads(before rest: Int = 0) -> PatternNode {
        switch self {
        case .empty, .anything, .bytes, .ahead, .behind, .behindText:
            return self
        case .aheadText(let node):
            return node.minimumLength > max(rest, 1) ? self : .ahead(node.lead(before: .anything))
        case .sequence(let items):
            var behind = rest
            var decided: [PatternNode] = []
            for item in items.reversed() {
                decided.append(item.decidingLookaheads(before: behind))
                behind += item.minimumLength
            }
            return .sequence(decided.reversed())
        case .choice(let items):
            return .choice(items.map { $0.decidingLookaheads(before: rest) })
        case .repeated(let item, let minimum, let maximum):
            return .repeated(item.decidingLookaheads(before: rest), minimum: minimum, maximum: maximum)
        }
    }
}
