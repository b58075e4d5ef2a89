/// What may stand on one side of a place in a text: one of some bytes, or the edge of the text.
struct EdgeCondition: Sendable, Hashable {
    var bytes: ByteMask

    /// The text may begin (or end) here.
    var allowsEdge: Bool

    static let anything = EdgeCondition(bytes: .all, allowsEdge: true)
    static let nothing = EdgeCondition(bytes: .none, allowsEdge: false)
    static let edgeOnly = EdgeCondition(bytes: .none, allowsEdge: true)

    /// The line feed or the edge.
    static let lineEnd = EdgeCondition(bytes: .lineFeed, allowsEdge: true)

    static let word = EdgeCondition(bytes: .word, allowsEdge: false)
    static let notWord = EdgeCondition(bytes: ByteMask.word.complement, allowsEdge: true)

    func union(_ other: EdgeCondition) -> EdgeCondition {
        EdgeCondition(bytes: bytes.union(other.bytes), allowsEdge: allowsEdge || other.allowsEdge)
    }

    func intersection(_ other: EdgeCondition) -> EdgeCondition {
        EdgeCondition(bytes: bytes.intersection(other.bytes), allowsEdge: allowsEdge && other.allowsEdge)
    }
}
