// Unsafe code: two calls of libdeflate, which take pointers and lengths. No pointer outlives its call.

import CDeflate

/// What tables of references need of zlib's format.
enum DeflatedBlock {
    /// Inflates a stream that becomes exactly `size` bytes, at the start of `compressed`.
    ///
    /// - Returns: the bytes, and how many the stream took; `nil` when there is no such stream.
    ///
    /// Complexity: O(n) in the size.
    static func inflate(_ compressed: Span<UInt8>, size: Int) -> (content: [UInt8], consumed: Int)? {
        guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
        // It was allocated above, and is used nowhere else.
        defer { unsafe libdeflate_free_decompressor(decompressor) }
        var content = [UInt8](repeating: 0, count: size)
        var consumed = 0
        // Both buffers are as long as is said, and only the second is written.
        let result = unsafe compressed.withUnsafeBufferPointer { source in
            unsafe content.withUnsafeMutableBytes { target in
                unsafe libdeflate_zlib_decompress_ex(
                    decompressor, source.baseAddress, source.count, target.baseAddress, target.count, &consumed, nil)
            }
        }
        return result == LIBDEFLATE_SUCCESS ? (content, consumed) : nil
    }

    /// CRC-32, as in zlib.
    static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
        // The buffer is as long as is said, and is only read.
        unsafe bytes.withUnsafeBufferPointer { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}
