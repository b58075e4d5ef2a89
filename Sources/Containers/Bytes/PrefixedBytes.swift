import Blobs

/// A source that can be read forward only, with the bytes that were read from it already in front of it again.
public final class PrefixedBytes: ContainerSource {
    private let prefix: MemoryBytes
    private let rest: any ContainerSource

    /// - Parameter prefix: the first bytes of `rest`, up to where it was read.
    public init(_ prefix: MemoryBytes, _ rest: any ContainerSource) {
        self.prefix = prefix
        self.rest = rest
    }

    public var size: Int? { rest.size }
    public var canSeek: Bool { false }
    public var failure: SourceFailure? { rest.failure }

    public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        offset < prefix.count
            ? try prefix.read(into: &buffer, at: offset) : try rest.read(into: &buffer, at: offset)
    }

    public func nextData(from offset: Int) -> Int { offset < prefix.count ? offset : rest.nextData(from: offset) }
}
