extension Span where Element == UInt8 {
    /// The eight bytes from `offset` on as a number, the first byte least.
    ///
    /// - Precondition: they are inside the span.
    func littleEndianWord(at offset: Int) -> UInt64 {
        // SAFETY: the range is checked by the call, and any eight bytes are a number.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The eight bytes from `offset` on as a number that sorts as they do: the first byte counts most.
    ///
    /// - Precondition: they are inside the span.
    func bigEndianWord(at offset: Int) -> UInt64 {
        // SAFETY: the range is checked by the call, and any eight bytes are a number.
        UInt64(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
