import Blobs

/// A tar archive with zeros in place of what its members hold, from a source that can seek.
public final class TarSkeletonBytes: ContainerSource {
    private let source: any ContainerSource
    private var skeleton = TarSkeleton()

    /// Up to where the skeleton has been followed.
    private var position = 0

    public init(_ source: any ContainerSource) {
        precondition(source.canSeek, "members are passed over")
        self.source = source
    }

    public var size: Int? { source.size }
    public var canSeek: Bool { false }
    public var failure: SourceFailure? { source.failure }

    public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        precondition(position...position + skeleton.contentLeft ~= offset, "only what a member holds is passed over")
        skeleton.skip(offset - position)
        position = offset
        let count = try source.read(into: &buffer, at: offset)
        var taken = buffer._mutatingExtracting(0..<count)
        skeleton.clear(&taken)
        position += count
        return count
    }

    /// The end of what the member in hand still holds.
    public func nextData(from offset: Int) -> Int {
        guard offset == position else { return offset }
        return min(offset + skeleton.contentLeft, max(offset, source.size ?? offset))
    }
}
