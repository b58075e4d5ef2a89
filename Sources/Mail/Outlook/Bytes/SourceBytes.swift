import Blobs

/// The file itself: a source that is read at any place.
///
/// All reading is counted. Sound structures share no bytes, so a file whose structures make a reader come back to the
/// same bytes again and again is given up: time stays linear in the size of the file.
final class SourceBytes: StoredBytes {
    typealias Reading = (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int

    let count: Int
    private let read: Reading
    private var allowance: Int

    init(size: Int, read: @escaping Reading) {
        self.count = max(0, size)
        self.read = read
        self.allowance = 64 << 20 + (count > Int.max / 128 ? Int.max / 2 : count * 64)
    }

    var offset: Int { 0 }

    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        guard position >= 0, position < count, limit > 0 else { return [] }
        return try bytes(at: position, count: min(limit, count - position, 1 << 20))
    }

    /// Bytes from an offset on, at most `limit`, cut at the end of the file.
    ///
    /// - Throws: `reason` if the file ends before them.
    func bytes(from offset: Int, limit: Int, orThrow reason: OutlookError.Reason) throws(OutlookError) -> [UInt8] {
        let bytes = try bytes(from: offset, limit: limit)
        guard !bytes.isEmpty || limit == 0 else { throw OutlookError(reason, at: count) }
        return bytes
    }

    /// The bytes at an offset, exactly `count` of them.
    ///
    /// - Throws: `.truncated` if the file ends before, `.unreadable` if the source fails, `.tooMuchReading`.
    func bytes(at offset: Int, count wanted: Int) throws(OutlookError) -> [UInt8] {
        guard offset >= 0, wanted >= 0, offset <= count, wanted <= count - offset else {
            throw OutlookError(.truncated, at: min(max(0, offset), count))
        }
        guard wanted <= allowance else { throw OutlookError(.tooMuchReading, at: offset) }
        allowance -= wanted
        var all = [UInt8](repeating: 0, count: wanted)
        var filled = try fill(&all, at: offset)
        while filled < wanted {
            var rest = [UInt8](repeating: 0, count: wanted - filled)
            let more = try fill(&rest, at: offset + filled)
            guard more > 0 else { throw OutlookError(.truncated, at: offset + filled) }
            all.replaceSubrange(filled..<filled + more, with: rest[..<more])
            filled += more
        }
        return all
    }

    private func fill(_ buffer: inout [UInt8], at offset: Int) throws(OutlookError) -> Int {
        let size = buffer.count
        guard size > 0 else { return 0 }
        var span = buffer.mutableSpan
        do throws(ByteSourceError) {
            return min(max(0, try read(offset, &span)), size)
        } catch {
            throw OutlookError(.unreadable, at: error.offset, errorNumber: error.errorNumber)
        }
    }
}
