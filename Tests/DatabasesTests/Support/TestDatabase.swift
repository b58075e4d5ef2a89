import CSQLite
import Testing

/// A database that a test makes with SQLite itself.
@safe final class TestDatabase {
    private struct OutOfMemory: Error {}

    // SAFETY: made in `init`, closed in `deinit`.
    private let database: OpaquePointer

    /// - Parameter path: of a file; in memory if there is none.
    init(at path: String, _ statements: [String]) throws {
        var handle: OpaquePointer?
        let result = unsafe sqlite3_open(path, &handle)
        guard let handle = unsafe handle else { throw OutOfMemory() }
        unsafe database = handle
        #expect(result == SQLITE_OK)
        for statement in statements { run(statement) }
    }

    convenience init(_ statements: String...) throws { try self.init(at: ":memory:", statements) }

    deinit { unsafe sqlite3_close_v2(database) }

    func run(_ sql: String) {
        let result = unsafe sqlite3_exec(database, sql, nil, nil, nil)
        let message = unsafe String(cString: sqlite3_errmsg(database))
        #expect(result == SQLITE_OK, "\(message)")
    }

    /// Runs a statement with BLOBs for its parameters.
    func run(_ sql: String, _ values: [UInt8]...) throws {
        var statement: OpaquePointer?
        let prepared = unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        #expect(prepared == SQLITE_OK)
        for (index, value) in values.enumerated() {
            unsafe value.withUnsafeBytes { bytes in
                _ = unsafe keyhound_bind_copy(statement, Int32(index + 1), bytes.baseAddress, UInt64(bytes.count))
            }
        }
        let stepped = unsafe sqlite3_step(statement)
        #expect(stepped == SQLITE_DONE)
        unsafe sqlite3_finalize(statement)
    }

    /// The file that it would be.
    func bytes() throws -> [UInt8] {
        var size: Int64 = 0
        guard let start = unsafe sqlite3_serialize(database, "main", &size, 0) else { throw OutOfMemory() }
        defer { unsafe sqlite3_free(start) }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(size)))
    }
}
