/// One place where something that was looked for stands: twelve bytes, because dense anchors make many of them.
public struct AnchorHit: Hashable, Sendable {
    /// Which literal or class run: its index in the searcher.
    public let index: UInt32
    private let storedOffset: UInt32
    private let storedLength: UInt32

    /// - Precondition: `offset` and `length` are below 4 GiB, as those of a text in memory are.
    public init(index: UInt32, offset: Int, length: Int) {
        self.index = index
        storedOffset = UInt32(offset)
        storedLength = UInt32(length)
    }

    /// Offset of its first byte in the text that was searched.
    public var offset: Int { Int(storedOffset) }

    /// Bytes of the hit.
    public var length: Int { Int(storedLength) }
}
