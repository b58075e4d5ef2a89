/// A part of a blob that stands, byte for byte, in another blob that it was made from.
public struct CopiedRange: Hashable, Sendable {
    /// Where it is, half-open.
    public var range: Range<Int>

    /// Where it begins in the other blob.
    public var source: Int

    public init(_ range: Range<Int>, from source: Int) {
        self.range = range
        self.source = source
    }
}
