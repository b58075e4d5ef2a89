import GitObjects

/// Inflates the compressed blocks of Outlook's stores, each in memory as a whole. For one worker.
///
/// Format: RFC 1950 (zlib) around RFC 1951 (deflate), with its checksum.
final class BlockInflater {
    private var inflater = Inflater()

    /// What a block was before it was compressed.
    ///
    /// - Parameter size: its bytes then; a store says at most 65,535.
    /// - Returns: `nil` if the block is no such stream, is cut, has a wrong checksum, or holds another number of bytes.
    func inflate(_ block: Span<UInt8>, size: Int) -> [UInt8]? {
        guard size > 0 else { return nil }
        var inflated = [UInt8](repeating: 0, count: size)
        var target = inflated.mutableSpan
        guard case .complete(_, size) = inflater.inflate(block, into: &target) else { return nil }
        return inflated
    }
}
