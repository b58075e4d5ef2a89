extension MutableSpan<UInt8> {
    /// Copies bytes, for which there is room, to the start.
    mutating func copy(_ bytes: Span<UInt8>) {
        precondition(bytes.count <= count)
        // SAFETY: as many bytes as there is room for, between two places that are live and do not overlap. A loop over
        // the spans checks each byte.
        unsafe withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                _ = unsafe target.update(fromContentsOf: source)
            }
        }
    }
}
