import CDeflate

/// Inflates a stream in pieces, in bounded memory. For one worker.
@safe struct ZlibStream: ~Copyable {
    enum Status {
        case goesOn
        case ended
        case broken
    }

    struct Step {
        let consumed: Int
        let produced: Int
        let status: Status
    }

    // SAFETY: made in `init`, owned by nobody else, freed in `deinit`. zlib keeps its address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        // SAFETY: the structure is all zeros before zlib sees it, as its manual asks.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let result = unsafe inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "no memory, or another zlib than the one this was built with")
    }

    deinit {
        // SAFETY: sole owner.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Inflates what it can of `input` to the start of `output`. Without room or input nothing happens.
    mutating func inflate(_ input: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Step {
        let room = min(output.count, Int(UInt32.max))
        let given = min(input.count, Int(UInt32.max))
        guard room > 0 else { return Step(consumed: 0, produced: 0, status: .goesOn) }
        // SAFETY: at most the two spans are read and written, and zlib keeps no pointer that it uses later.
        let result = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(given)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe CDeflate.inflate(stream, Z_NO_FLUSH)
            }
        }
        // SAFETY: plain numbers of a live structure.
        let consumed = unsafe given - Int(stream.pointee.avail_in)
        let produced = unsafe room - Int(stream.pointee.avail_out)
        let status: Status =
            switch result {
            case Z_STREAM_END: .ended
            case Z_OK, Z_BUF_ERROR: .goesOn
            default: .broken
            }
        return Step(consumed: consumed, produced: produced, status: status)
    }
}
