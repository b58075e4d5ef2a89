import Blobs

/// A member of an archive, of which the text is taken while it is read if it is a part of an office document.
public final class OfficeTextBytes: ContainerSource {
    private let source: any ContainerSource
    private var reader: OfficeText?
    private var isKnown = false

    public init(_ source: any ContainerSource) {
        self.source = source
    }

    public var size: Int? { source.size }
    public var canSeek: Bool { false }
    public var failure: SourceFailure? { source.failure }

    /// The text of what was read; `nil` if that is no part of an office document.
    public var text: OfficeText? { reader }

    public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        let count = try source.read(into: &buffer, at: offset)
        let bytes = buffer.span.extracting(0..<count)
        if !isKnown {
            isKnown = true
            if OfficeText.begins(bytes) { reader = OfficeText() }
        }
        reader?.take(bytes)
        return count
    }

    public func nextData(from offset: Int) -> Int { source.nextData(from: offset) }
}
