/// Bytes to scan, wherever they come from, read piece by piece: no interface takes or returns a whole file.
public protocol ByteSource: ~Copyable {
    /// Bytes in all, as known before reading; `nil` when only reading will tell.
    var size: Int? { get }

    /// Reads bytes that follow each other from `offset` on into the start of `buffer`.
    ///
    /// Offsets must not go backwards between calls: a source may be able to read forward only.
    ///
    /// - Returns: How many bytes were read, at least 1; 0 only at the end of the source.
    /// - Throws: `ByteSourceError` when the bytes cannot be had. What was read before stays valid.
    mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int

    /// The first offset at or after `offset` that can hold anything but zero bytes.
    ///
    /// A sparse file answers with the end of the hole at `offset`, or with its size when the hole reaches the end;
    /// every other source with `offset` itself.
    mutating func nextData(from offset: Int) -> Int
}

extension ByteSource where Self: ~Copyable {
    public mutating func nextData(from offset: Int) -> Int { offset }
}
