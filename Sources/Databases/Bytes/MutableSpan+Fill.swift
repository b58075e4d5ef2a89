import Blobs

extension MutableSpan<UInt8> {
    /// Copies what of an array begins at `start`, as much as there is room for.
    ///
    /// - Returns: how many bytes were copied.
    mutating func fill(from source: [UInt8], _ start: Int) -> Int {
        let copied = min(source.count - start, count)
        guard start >= 0, copied > 0 else { return 0 }
        copy(source.span.extracting(start..<start + copied))
        return copied
    }
}
