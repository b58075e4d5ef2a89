import CDeflate

/// Inflates the compressed blocks of Outlook's stores, each in memory as a whole. For one worker.
///
/// Format: RFC 1950 (zlib) around RFC 1951 (deflate), with its checksum.
@safe final class BlockInflater {
    // SAFETY: made in `init`, owned by nobody else, freed in `deinit`.
    private let decompressor: OpaquePointer

    init() {
        // SAFETY: a plain allocation, checked.
        guard let made = unsafe libdeflate_alloc_decompressor() else { preconditionFailure("no memory") }
        unsafe decompressor = made
    }

    deinit {
        // SAFETY: sole owner.
        unsafe libdeflate_free_decompressor(decompressor)
    }

    /// What a block was before it was compressed.
    ///
    /// - Parameter size: its bytes then; a store says at most 65,535.
    /// - Returns: `nil` if the block is no such stream, is cut, has a wrong checksum, or holds another number of bytes.
    func inflate(_ block: Span<UInt8>, size: Int) -> [UInt8]? {
        guard !block.isEmpty, size > 0 else { return nil }
        var inflated = [UInt8](repeating: 0, count: size)
        var target = inflated.mutableSpan
        // SAFETY: at most the two ranges are read and written, and neither is empty, so both have an address.
        let result = unsafe block.withUnsafeBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                unsafe libdeflate_zlib_decompress(
                    decompressor, source.baseAddress, source.count, target.baseAddress, target.count, nil)
            }
        }
        return result == LIBDEFLATE_SUCCESS ? inflated : nil
    }
}
