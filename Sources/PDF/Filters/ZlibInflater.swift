import CDeflate

/// FlateDecode (ISO 32000-2, 7.4.4): RFC 1950 around RFC 1951. In pieces, so that the limit holds while it inflates,
/// and what stands in front of damage is kept.
@safe struct ZlibInflater: ~Copyable {
    private static let pieceSize = 64 * 1024

    // SAFETY: made in `init`, owned by nobody else, freed in `deinit`. zlib keeps its address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    private init?() {
        // SAFETY: the structure is all zeros before zlib sees it, as its manual asks.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // SAFETY: the structure is live. Without memory `deinit` is right all the same: zlib's state is null.
        guard unsafe inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    }

    deinit {
        // SAFETY: sole owner.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// What the stream at the start of `bytes` expands to. What stands behind its end is ignored.
    static func inflate(_ bytes: [UInt8], limit: Int) -> DecodedBytes {
        guard !bytes.isEmpty else { return DecodedBytes() }
        guard var inflater = ZlibInflater() else { return DecodedBytes(isDamaged: true) }
        return inflater.run(bytes.span, limit)
    }

    private mutating func run(_ input: Span<UInt8>, _ limit: Int) -> DecodedBytes {
        var result = DecodedBytes()
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var offset = 0
        while true {
            let given = min(input.count - offset, Int(UInt32.max))
            let rest = input.extracting(offset..<offset + given)
            var target = piece.mutableSpan
            // SAFETY: at most the two spans are read and written, and zlib keeps no pointer that it uses later.
            let status = unsafe rest.withUnsafeBufferPointer { source in
                unsafe target.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                    unsafe stream.pointee.avail_in = UInt32(given)
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    return unsafe CDeflate.inflate(stream, Z_NO_FLUSH)
                }
            }
            // SAFETY: plain numbers of a live structure.
            let consumed = unsafe given - Int(stream.pointee.avail_in)
            let produced = unsafe Self.pieceSize - Int(stream.pointee.avail_out)
            offset += consumed
            let room = limit - result.bytes.count
            result.bytes.append(contentsOf: piece[..<min(produced, room)])
            if produced > room {
                result.isCut = true
                return result
            }
            if status == Z_STREAM_END { return result }
            if status != Z_OK || consumed == 0 && produced == 0 {
                result.isDamaged = true
                return result
            }
        }
    }
}
