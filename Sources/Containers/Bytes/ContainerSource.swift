import Blobs

/// Bytes that may be a container, or of which a container is read. For one worker.
public protocol ContainerSource: AnyObject {
    /// Bytes in all; `nil` when only reading will tell.
    var size: Int? { get }

    /// Whether bytes can be read in any order, and more than once.
    var canSeek: Bool { get }

    /// Why bytes could not be had, once `read` has thrown.
    var failure: SourceFailure? { get }

    /// Reads bytes from `offset` on into the start of `buffer`, which is not empty. Offsets go forward only, unless
    /// the source can seek.
    ///
    /// - Returns: How many bytes were read, at least 1; 0 only at the end.
    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int

    /// The first offset at or after `offset` that can hold anything but zeros.
    func nextData(from offset: Int) -> Int
}

extension ContainerSource {
    public func nextData(from offset: Int) -> Int { offset }
}
