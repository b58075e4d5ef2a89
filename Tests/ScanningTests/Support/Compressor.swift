import CDeflate

/// Streams of zlib's: what is inflated must be what it was given.
enum Compressor {
    enum Format: Int32, CaseIterable {
        case zlib = 15
        case gzip = 31
    }

    /// How blocks are made.
    enum Blocks: CaseIterable {
        case stored
        case fixed
        case dynamic
    }

    static func compress(_ bytes: [UInt8], as format: Format = .gzip, blocks: Blocks = .dynamic) -> [UInt8] {
        var stream = unsafe z_stream()
        // SAFETY: the structure is all zeros before zlib sees it, and it does not move before `deflateEnd`.
        return unsafe withUnsafeMutablePointer(to: &stream) { stream in
            let made = unsafe deflateInit2_(
                stream, blocks == .stored ? 0 : 9, Z_DEFLATED, format.rawValue, 9,
                blocks == .fixed ? Z_FIXED : Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            precondition(made == Z_OK, "no memory")
            var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 1024))
            let room = output.count
            // SAFETY: zlib reads and writes what it is told of, during the call only.
            let left = unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe output.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_in = source.baseAddress
                    unsafe stream.pointee.avail_in = UInt32(source.count)
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    let ended = unsafe deflate(stream, Z_FINISH)
                    precondition(ended == Z_STREAM_END, "too little room")
                    return unsafe Int(stream.pointee.avail_out)
                }
            }
            unsafe deflateEnd(stream)
            return Array(output.prefix(room - left))
        }
    }
}
