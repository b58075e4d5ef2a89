/// One run of a byte class: a maximal one, of a length that was asked for.
public struct ClassRunHit: Hashable, Sendable {
    /// Which run was asked for: its index in the searcher.
    public let index: Int

    /// Where it lies in the text that was searched, half-open.
    public let range: Range<Int>

    public init(index: Int, range: Range<Int>) {
        self.index = index
        self.range = range
    }
}
