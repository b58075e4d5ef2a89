/// One place where a literal stands: eight bytes, because dense literals make many of them.
public struct LiteralHit: Hashable, Sendable {
    /// Which literal: its index in the searcher.
    public let index: UInt32
    private let storedOffset: UInt32

    /// - Precondition: `offset` is below 4 GiB, as those of a text in memory are.
    public init(index: UInt32, offset: Int) {
        self.index = index
        storedOffset = UInt32(offset)
    }

    init(index: UInt32, offset: UInt32) {
        self.index = index
        storedOffset = offset
    }

    /// Offset of its first byte in the text that was searched.
    public var offset: Int { Int(storedOffset) }
}
