/// The oracle of `LiteralSearcher`: compares every literal at every offset.
///
/// Complexity: O(text × literals).
public struct NaiveLiteralSearcher: Sendable {
    private let literals: [Literal]

    public init(_ literals: [Literal]) {
        self.literals = literals
    }

    public func search(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout [AnchorHit]) {
        for offset in starts {
            for (index, literal) in literals.enumerated() where literal.matches(text, at: offset) {
                hits.append(AnchorHit(index: UInt32(index), offset: offset, length: literal.bytes.count))
            }
        }
    }
}
