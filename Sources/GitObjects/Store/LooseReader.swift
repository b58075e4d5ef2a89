import Inputs

/// Reads files of loose objects, and sees whether they are what their names say. For one worker.
struct LooseReader: ~Copyable {
    /// What could be read of a file.
    struct Content {
        /// `nil` when there is no header: then the content is all that could be inflated.
        let header: LooseHeader?

        /// Header and content.
        let block: ByteBlock

        let problem: ObjectError?
    }

    private var inflater = Inflater()

    /// The header alone.
    ///
    /// - Throws: `corrupt` when there is none.
    func header(_ file: OpenFile) throws(ObjectError) -> LooseHeader {
        guard let start = file.bytes(at: 0, count: min(file.size, 512)) else { throw Self.cannotRead }
        var stream = ZlibStream()
        var bytes = [UInt8](repeating: 0, count: LooseHeader.largestLength)
        var filled = 0
        var consumed = 0
        while filled < bytes.count {
            var span = bytes.mutableSpan
            var room = span._mutatingExtracting(filled..<span.count)
            let step = stream.inflate(start.span.extracting(consumed..<start.count), into: &room)
            filled += step.produced
            consumed += step.consumed
            guard step.status == .goesOn, step.produced + step.consumed > 0 else { break }
        }
        guard let header = LooseHeader(bytes.span.extracting(0..<filled)) else {
            throw .corrupt("a loose object has no header")
        }
        return header
    }

    /// All of it, whatever is wrong with it.
    ///
    /// - Throws: `tooLarge` beyond `limit` bytes of content; `corrupt` when nothing at all can be had.
    mutating func content(
        _ file: OpenFile, name: ObjectID, limit: Int, pool: inout BlockPool
    ) throws(ObjectError) -> Content {
        // A file that takes more room than twice its content was made to waste memory.
        guard file.size <= 2 * limit + 1024 else { throw .tooLarge(size: file.size) }
        let compressed = pool.take(file.size)
        defer { pool.give(compressed) }
        var isRead = false
        compressed.fill(file.size) { bytes in
            isRead = file.fill(&bytes, at: 0)
            return isRead ? bytes.count : 0
        }
        guard isRead else { throw Self.cannotRead }
        // Most objects are small: room for four times the file saves a look at the header.
        let guess = min(limit + LooseHeader.largestLength, max(16 << 10, file.size * 4))
        if let whole = inflate(compressed, room: guess, name: name, pool: &pool) {
            let size = whole.block.count - (whole.header?.length ?? 0)
            guard size <= limit else { throw .tooLarge(size: size) }
            return whole
        }
        if let header = try? header(file) {
            guard header.size <= limit else { throw .tooLarge(size: header.size) }
            if Inflater.canExpand(file.size, to: header.size), header.length + header.size > guess,
                let whole = inflate(compressed, room: header.length + header.size, name: name, pool: &pool)
            {
                return whole
            }
        }
        return salvage(compressed, limit: limit)
    }

    /// - Returns: `nil` when the stream is broken, or does not fit.
    private mutating func inflate(
        _ compressed: ByteBlock, room: Int, name: ObjectID, pool: inout BlockPool
    ) -> Content? {
        let block = pool.take(room)
        var outcome = Inflater.Outcome.broken
        compressed.withBytes { bytes in
            block.fill(room) { target in
                outcome = inflater.inflate(bytes, into: &target)
                guard case .complete(_, let produced) = outcome else { return 0 }
                return produced
            }
        }
        guard case .complete = outcome else {
            pool.give(block)
            return nil
        }
        return block.withBytes { bytes in
            let header = LooseHeader(bytes)
            return Content(header: header, block: block, problem: Self.problem(bytes, header, name))
        }
    }

    private static func problem(_ bytes: Span<UInt8>, _ header: LooseHeader?, _ name: ObjectID) -> ObjectError? {
        guard let header else { return .corrupt("a loose object has no header") }
        guard bytes.count - header.length == header.size else {
            return .corrupt("a loose object has another size than it declares")
        }
        var hasher = ObjectHasher(name.format)
        hasher.update(bytes)
        return hasher.finish() == name ? nil : .corrupt("a loose object has another name than its content")
    }

    /// What a broken stream yields before it breaks.
    private func salvage(_ compressed: ByteBlock, limit: Int) -> Content {
        var stream = ZlibStream()
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        compressed.withBytes { input in
            var consumed = 0
            while bytes.count < limit {
                var span = piece.mutableSpan
                let step = stream.inflate(input.extracting(consumed..<input.count), into: &span)
                consumed += step.consumed
                bytes.append(contentsOf: piece[..<step.produced])
                guard step.status == .goesOn, step.produced + step.consumed > 0 else { break }
            }
        }
        let block = ByteBlock(capacity: bytes.count)
        block.fill(bytes.count) { target in
            ByteCopy.copy(bytes.span, from: 0, count: bytes.count, into: &target, at: 0)
            return bytes.count
        }
        return Content(
            header: LooseHeader(bytes.span), block: block, problem: .corrupt("a loose object's stream is broken or cut")
        )
    }

    private static var cannotRead: ObjectError { .corrupt("bytes of a loose object cannot be read any more") }
}
