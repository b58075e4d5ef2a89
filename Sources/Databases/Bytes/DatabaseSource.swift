import Blobs

/// The bytes of a database, and how many of them SQLite has read.
final class DatabaseSource {
    typealias Reading = (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int

    /// What became of a read.
    enum Outcome {
        /// The file ends before the buffer does: the rest of it is zero.
        case all, short, failed
    }

    /// Bytes of the file. It must not change.
    let size: Int

    private let reading: Reading

    /// Why bytes could not be had.
    private(set) var failure: ByteSourceError?

    /// How many bytes may still be read.
    var allowance = Int.max

    init(size: Int, reading: @escaping Reading) {
        self.size = size
        self.reading = reading
    }

    /// Fills a buffer from `offset` on.
    func fill(_ buffer: inout MutableSpan<UInt8>, at offset: Int) -> Outcome {
        allowance -= buffer.count
        guard failure == nil, allowance >= 0 else { return .failed }
        var filled = 0
        while filled < buffer.count, offset + filled < size {
            var rest = buffer._mutatingExtracting(filled..<buffer.count)
            do throws(ByteSourceError) {
                let count = try reading(offset + filled, &rest)
                guard count > 0 else { break }
                filled += count
            } catch {
                failure = error
                return .failed
            }
        }
        for index in filled..<buffer.count { buffer[index] = 0 }
        return filled == buffer.count ? .all : .short
    }
}
