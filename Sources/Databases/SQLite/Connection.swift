import CSQLite

// Unsafe code: calls of SQLite on a handle that this owns.

/// An open database of somebody else. For one thread at a time.
@safe final class Connection {
    /// The schema may take this many bytes of pages.
    private static let largestSchema = 8 << 20

    let source: DatabaseSource
    let budget: ReadingBudget

    // SAFETY: made in `init`, owned by nobody else, closed in `deinit`.
    let database: OpaquePointer

    /// Named here because it must outlive the handle.
    private let fileSystem: SourceFileSystem

    /// What the budget calls its limit while the schema is read.
    private(set) var limit = DatabaseLimit.schema

    /// Opens a database and reads its schema.
    init(_ source: DatabaseSource, budget: ReadingBudget) throws(DatabaseError) {
        self.source = source
        self.budget = budget
        fileSystem = SourceFileSystem(source)
        let (code, handle) = unsafe fileSystem.open()
        guard let handle = unsafe handle else { throw .outOfMemory }
        unsafe database = handle
        // All is set: from here on, `deinit` closes the handle.
        guard code == SQLITE_OK else { throw error(code) }
        try configure()
        watch()
        try readSchema()
    }

    deinit {
        // SAFETY: sole owner. Statements keep the connection alive, so none is left.
        unsafe sqlite3_close_v2(database)
    }

    /// Compiles one statement.
    func prepare(_ sql: [UInt8]) throws(StepFailure) -> Statement {
        var made: OpaquePointer?
        // SAFETY: the length is told; the text is copied.
        let result = unsafe sql.withUnsafeBytes { text in
            unsafe sqlite3_prepare_v2(
                database, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), &made, nil)
        }
        guard result == SQLITE_OK, let handle = unsafe made else { throw failure(result) }
        return unsafe Statement(handle, of: self)
    }

    func prepare(_ sql: String) throws(StepFailure) -> Statement { try prepare(Array(sql.utf8)) }

    func set(_ setting: String) throws(StepFailure) {
        let statement = try prepare("PRAGMA " + setting)
        while try statement.step() {}
    }

    /// Opens a value that is too large for a statement.
    func openValue(table: [UInt8], column: [UInt8], rowid: Int64) throws(StepFailure) -> LargeValue {
        var made: OpaquePointer?
        let (table, column) = (table + [0], column + [0])
        // SAFETY: both names end with NUL; 0 asks for reading only.
        let result = unsafe table.withUnsafeBytes { table in
            unsafe column.withUnsafeBytes { column in
                unsafe sqlite3_blob_open(
                    database, "main", table.baseAddress?.assumingMemoryBound(to: CChar.self),
                    column.baseAddress?.assumingMemoryBound(to: CChar.self), rowid, 0, &made)
            }
        }
        guard result == SQLITE_OK, let handle = unsafe made else { throw failure(result) }
        return unsafe LargeValue(handle, of: self)
    }

    /// Sets how many bytes a value may have that a statement gives.
    func setLargestValue(_ count: Int) {
        // SAFETY: an open handle.
        unsafe sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Int32(count))
    }

    /// What a result code says of a statement.
    func failure(_ code: Int32) -> StepFailure {
        if code & 0xFF == SQLITE_TOOBIG { return .tooLarge }
        let error = error(code)
        return error.isFinal ? .final(error) : .damaged(error)
    }

    func error(_ code: Int32) -> DatabaseError {
        if let end = budget.end { return end }
        if let failure = source.failure { return .unreadable(failure.errorNumber) }
        if source.allowance < 0 { return .limit(.schema) }
        // The text of a code is constant. That of the connection can hold names and SQL of the schema.
        // SAFETY: a constant string of SQLite.
        let text = unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        switch code & 0xFF {
        case SQLITE_NOMEM: return .outOfMemory
        case SQLITE_TOOBIG: return .limit(.value)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR: return .damaged(text)
        default: return .unsupported(text)
        }
    }

    private func readSchema() throws(DatabaseError) {
        source.allowance = Self.largestSchema
        do throws(StepFailure) {
            _ = try prepare("SELECT 1 FROM sqlite_master")
            try set("cache_size = -2048")
        } catch {
            throw error.error
        }
        source.allowance = .max
        limit = .steps
        budget.beginRows(size: source.size)
    }
}
