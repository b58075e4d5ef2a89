/// Reads entries of packs: headers, and what is compressed behind them. For one worker.
struct EntryReader: ~Copyable {
    /// A header, and the name of its base if it has one.
    struct Head {
        let header: PackEntryHeader
        let baseName: ObjectID?
    }

    /// An entry's inflated bytes: of an object, or of a delta.
    struct Content {
        let header: PackEntryHeader
        let block: ByteBlock
    }

    private var window = PackWindow()
    private var inflater = Inflater()

    /// Entries of more bytes than this are not read before their header has said how many are needed.
    private static let smallEntry = 64 << 10

    /// Reads the header of the entry that is in `range`.
    mutating func head(
        in range: Range<Int>, of file: OpenFile, format: ObjectFormat
    ) throws(ObjectError) -> Head {
        let count = min(range.count, PackEntryHeader.largestLength)
        return try window.withBytes(of: file, at: range.lowerBound, count: count) { (bytes) throws(ObjectError) in
            let header = try PackEntryHeader(bytes, idLength: format.idLength)
            guard case .name = header.base else { return Head(header: header, baseName: nil) }
            let name = bytes.extracting(header.length - format.idLength..<header.length)
            return Head(header: header, baseName: ObjectID(name, format: format))
        }
    }

    /// Inflates the entry that is in `range`.
    ///
    /// - Parameter limit: bytes to inflate at most.
    /// - Throws: `tooLarge` beyond the limit; `corrupt` when the stream does not have the size that the entry declares.
    mutating func content(
        in range: Range<Int>, of file: OpenFile, format: ObjectFormat, limit: Int, pool: inout BlockPool
    ) throws(ObjectError) -> Content {
        var count = range.count
        if count > Self.smallEntry {
            let size = try head(in: range, of: file, format: format).header.size
            guard size <= limit else { throw .tooLarge(size: size) }
            // A stream that takes more room than twice its content was made to waste memory.
            count = min(count, PackEntryHeader.largestLength + 2 * size + 1024)
        }
        return try Self.content(
            in: range.lowerBound..<range.lowerBound + count, of: file, format: format, limit: limit, pool: &pool,
            window: &window, inflater: &inflater)
    }

    private static func content(
        in range: Range<Int>, of file: OpenFile, format: ObjectFormat, limit: Int, pool: inout BlockPool,
        window: inout PackWindow, inflater: inout Inflater
    ) throws(ObjectError) -> Content {
        try window.withBytes(of: file, at: range.lowerBound, count: range.count) { (bytes) throws(ObjectError) in
            let header = try PackEntryHeader(bytes, idLength: format.idLength)
            guard header.size <= limit else { throw .tooLarge(size: header.size) }
            let stream = bytes.extracting(header.length..<bytes.count)
            // Before memory is taken: what a few bytes declare need not be true.
            guard Inflater.canExpand(stream.count, to: header.size) else {
                throw .corrupt("an entry declares more than its bytes can hold")
            }
            let block = pool.take(header.size)
            var outcome = Inflater.Outcome.broken
            block.fill(header.size) { target in
                outcome = inflater.inflate(stream, into: &target)
                guard case .complete(_, let produced) = outcome else { return 0 }
                return produced
            }
            if case .complete(_, header.size) = outcome { return Content(header: header, block: block) }
            pool.give(block)
            throw Self.error(outcome)
        }
    }

    private static func error(_ outcome: Inflater.Outcome) -> ObjectError {
        switch outcome {
        case .complete: .corrupt("an entry is shorter than declared")
        case .needsRoom: .corrupt("an entry is longer than declared")
        case .broken: .corrupt("an entry's compressed stream is broken or cut")
        }
    }
}
