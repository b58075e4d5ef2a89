import Blobs

extension ContainerSource {
    /// Reads until the buffer is full or there is no more.
    ///
    /// - Returns: how many bytes were read, fewer than there is room for only where the source ends or fails; and why
    ///   it fails.
    public func fill(_ buffer: inout MutableSpan<UInt8>, from offset: Int) -> (count: Int, error: ByteSourceError?) {
        var filled = 0
        do throws(ByteSourceError) {
            while filled < buffer.count {
                var rest = buffer._mutatingExtracting(filled..<buffer.count)
                let count = try read(into: &rest, at: offset + filled)
                if count == 0 { break }
                filled += count
            }
            return (filled, nil)
        } catch {
            return (filled, error)
        }
    }
}
