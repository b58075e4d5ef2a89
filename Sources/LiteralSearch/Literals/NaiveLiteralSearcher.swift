/// The oracle of `LiteralSearcher`: compares every literal at every offset.
///
/// Complexity: O(text × literals).
public struct NaiveLiteralSearcher: Sendable {
    private let literals: [Literal]

    public init(_ literals: [Literal]) {
        self.literals = literals
    }

    /// As `LiteralSearcher.search`: all hits at once, in order of offset, then of index.
    public func search(
        _ text: Span<UInt8>, starts: Range<Int>, from position: inout Int, into hits: inout LiteralHits
    ) -> Bool {
        var found: [LiteralHit] = []
        for offset in position..<max(position, starts.upperBound) {
            for (index, literal) in literals.enumerated() where literal.matches(text, at: offset) {
                found.append(LiteralHit(index: UInt32(index), offset: offset))
            }
        }
        position = starts.upperBound
        hits.replace(with: found)
        return !found.isEmpty
    }
}
