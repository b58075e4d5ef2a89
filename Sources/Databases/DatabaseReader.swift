import Blobs

/// Reads the rows of an SQLite database as text, table by table, and what is too large or not text value by value.
///
/// SQLite itself reads, through a file system of ours that has one file and knows no other call than to read it. So
/// nothing is written, locked or opened beside it; what stands in a write-ahead log that was not yet taken over is not
/// seen. Statements are ours; an authorizer allows no more than to read tables. Neither views nor virtual tables are
/// asked, nor generated columns that are computed when they are read, so no function of the schema runs. The tables in
/// which a virtual table keeps its content are tables like others.
///
/// For one thread at a time.
public final class DatabaseReader {
    /// How many first bytes `detect` wants.
    public static let detectionLength = DatabaseHeader.detectionLength

    private let connection: Connection
    private let format: DatabaseFormat

    /// The last first.
    private var tables: [[UInt8]]

    /// What is told behind the last table.
    private var damage: [DatabaseError] = []
    private var table: TableReader?
    private var content: (any PartContent)?

    /// Whether a file begins as a database does.
    public static func detect(_ first: Span<UInt8>) -> Bool { DatabaseHeader.detect(first) }

    /// Opens an open file, which must not change meanwhile. The caller keeps the descriptor; its offset is not moved.
    ///
    /// - Parameters:
    ///   - isFile: whether a BLOB of 64 bytes to 4 KiB is something to be opened, and so a part of its own. All that
    ///     are larger are, unless they are text.
    ///   - shouldStop: asked every few thousand steps.
    /// - Throws: why nothing can be read.
    public convenience init(
        descriptor: Int32, isFile: @escaping (Span<UInt8>) -> Bool = { _ in true }, shouldStop: @escaping () -> Bool
    ) throws(DatabaseError) {
        let size = try DescriptorBytes.size(of: descriptor)
        try self.init(
            size: size,
            read: { (offset: Int, buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int in
                try DescriptorBytes.read(descriptor, at: offset, into: &buffer)
            }, isFile: isFile, shouldStop: shouldStop)
    }

    /// Opens bytes in memory. Parameters and errors are as above.
    public convenience init(
        _ bytes: consuming [UInt8], isFile: @escaping (Span<UInt8>) -> Bool = { _ in true },
        shouldStop: @escaping () -> Bool
    ) throws(DatabaseError) {
        let bytes = bytes
        try self.init(
            size: bytes.count,
            read: { (offset: Int, buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int in
                buffer.fill(from: bytes, offset)
            }, isFile: isFile, shouldStop: shouldStop)
    }

    /// Opens whatever can be read at any place.
    ///
    /// - Parameters:
    ///   - size: bytes in all.
    ///   - read: fills a buffer from an offset on, and says how many bytes it had, 0 only at the end.
    ///   - isFile: as above.
    ///   - shouldStop: as above.
    /// - Throws: as above.
    public init(
        size: Int, read: @escaping (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int,
        isFile: @escaping (Span<UInt8>) -> Bool = { _ in true }, shouldStop: @escaping () -> Bool
    ) throws(DatabaseError) {
        let size = max(0, size)
        let source = DatabaseSource(size: size, reading: read)
        var first = [UInt8](repeating: 0, count: min(size, DatabaseHeader.mostLookedAt))
        var span = first.mutableSpan
        guard source.fill(&span, at: 0) != .failed else { throw .unreadable(source.failure?.errorNumber ?? 0) }
        do throws(DatabaseError) {
            let header = try DatabaseHeader(first.span)
            format = DatabaseFormat(encoding: header.encoding, isFile: isFile)
            connection = try Connection(source, budget: ReadingBudget(size: size, shouldStop: shouldStop))
            let schema = try Schema(connection)
            tables = schema.tables.reversed()
            if header.pageCount * header.pageSize > size {
                damage.append(.damaged("the file is shorter than its header says"))
            }
            if let error = schema.damage { damage.append(error) }
        } catch {
            let isRefused = if case .damaged = error { true } else if case .unsupported = error { true } else { false }
            throw isRefused && DatabaseHeader.looksEncrypted(first.span) ? .encrypted : error
        }
    }

    /// The next table, or the next large value of the table in hand; `nil` behind the last. Tables without rows are
    /// left out.
    ///
    /// - Throws: what is lost. Unless the error is final, the next call goes on behind it.
    public func next() throws(DatabaseError) -> DatabasePart? {
        content = nil
        do throws(DatabaseError) {
            while true {
                if let (part, content) = try table?.next() {
                    self.content = content
                    return part
                }
                table = nil
                guard let name = tables.popLast() else { break }
                try connection.budget.beginTable()
                table = try TableReader(name, in: connection, format: format)
            }
        } catch {
            end(error)
            throw error
        }
        if let damage = damage.popLast() { throw damage }
        return nil
    }

    /// Reads bytes of the part that `next` returned last, behind those that were read before.
    ///
    /// - Returns: how many bytes were read; 0 at the end of the part.
    /// - Throws: what is lost of the part. What was read before stays valid.
    public func read(into buffer: inout MutableSpan<UInt8>) throws(DatabaseError) -> Int {
        do throws(DatabaseError) {
            return try content?.read(into: &buffer) ?? 0
        } catch {
            if error.isFinal { content = nil }
            end(error)
            throw error
        }
    }

    private func end(_ error: DatabaseError) {
        guard error.isFinal else { return }
        (tables, table, damage) = ([], nil, [])
    }
}
