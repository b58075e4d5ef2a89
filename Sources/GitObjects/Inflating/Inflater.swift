import CDeflate

/// Inflates streams that are in memory as a whole. The fast way; for one worker.
///
/// Format: RFC 1950 (zlib) around RFC 1951 (deflate), with its checksum.
@safe package struct Inflater: ~Copyable {
    package enum Outcome {
        /// The stream ended well: how many bytes it took, and gave.
        case complete(consumed: Int, produced: Int)

        /// It holds more than there is room for.
        case needsRoom

        /// It is no such stream, or is cut, or its checksum is wrong.
        case broken
    }

    /// No stream becomes more times as long as this: at best, two bits stand for 258 bytes.
    static let largestRatio = 1032

    // SAFETY: made in `init`, owned by nobody else, freed in `deinit`.
    private let decompressor: OpaquePointer

    package init() {
        // SAFETY: a plain allocation, checked.
        guard let made = unsafe libdeflate_alloc_decompressor() else { preconditionFailure("no memory") }
        unsafe decompressor = made
    }

    deinit {
        // SAFETY: sole owner.
        unsafe libdeflate_free_decompressor(decompressor)
    }

    /// Whether a stream of `compressed` bytes can become `expanded` bytes.
    static func canExpand(_ compressed: Int, to expanded: Int) -> Bool {
        expanded / largestRatio <= compressed
    }

    /// Inflates one stream from the start of `input`, behind which more may follow, to the start of `output`.
    package mutating func inflate(_ input: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Outcome {
        guard !input.isEmpty else { return .broken }
        var consumed = 0
        var produced = 0
        var spare: UInt8 = 0
        // SAFETY: at most the two spans are read and written. An empty span may have no address: `spare` stands in.
        let result = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe withUnsafeMutablePointer(to: &spare) { spare in
                    unsafe libdeflate_zlib_decompress_ex(
                        decompressor, source.baseAddress, source.count, target.baseAddress ?? spare, target.count,
                        &consumed, &produced)
                }
            }
        }
        return switch result {
        case LIBDEFLATE_SUCCESS: .complete(consumed: consumed, produced: produced)
        case LIBDEFLATE_INSUFFICIENT_SPACE: .needsRoom
        default: .broken
        }
    }
}
