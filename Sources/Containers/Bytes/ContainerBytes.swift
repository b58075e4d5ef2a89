import Blobs

/// A source as one that can be fed to a scanner.
public struct ContainerBytes: ByteSource {
    private let source: any ContainerSource

    public init(_ source: any ContainerSource) {
        self.source = source
    }

    public var size: Int? { source.size }

    public mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        try source.read(into: &buffer, at: offset)
    }

    public mutating func nextData(from offset: Int) -> Int { source.nextData(from: offset) }
}
