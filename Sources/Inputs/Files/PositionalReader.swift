import Blobs

/// Reads an open file at any offset, for any worker, as long as the `FileSource` that it comes from lives.
///
/// It notices nothing: whether the file has changed or grown, only its source knows.
public struct PositionalReader: Sendable {
    let descriptor: Int32

    /// Fills `buffer` with the bytes from `offset` on.
    ///
    /// - Returns: `false` when not all of them can be had. The source will tell why.
    public func fill(_ buffer: inout MutableSpan<UInt8>, at offset: Int) -> Bool {
        var filled = 0
        while filled < buffer.count {
            var rest = buffer._mutatingExtracting(filled..<buffer.count)
            let count = SystemCall.read(descriptor, into: &rest, count: rest.count, at: offset + filled)
            guard count > 0 else { return false }
            filled += count
        }
        return true
    }
}
