import CSQLite

// Unsafe code: calls of SQLite on a handle that this owns.

/// One compiled statement and the row that it stands on.
@safe final class Statement {
    // SAFETY: owned by nobody else, and finalized in `deinit`. Its connection is kept open as long as it is.
    private let statement: OpaquePointer

    private let connection: Connection

    /// - Parameter statement: handed over.
    @unsafe init(_ statement: OpaquePointer, of connection: Connection) {
        unsafe self.statement = statement
        self.connection = connection
    }

    deinit {
        // SAFETY: sole owner.
        unsafe sqlite3_finalize(statement)
    }

    /// Starts again, with a number for the one parameter.
    func restart(_ number: Int64) throws(StepFailure) {
        // SAFETY: a statement that is not finalized. What `step` has said is said again by the reset.
        unsafe sqlite3_reset(statement)
        let result = unsafe sqlite3_bind_int64(statement, 1, number)
        guard result == SQLITE_OK else { throw connection.failure(result) }
    }

    /// Goes on to the next row.
    ///
    /// - Returns: whether there is one.
    func step() throws(StepFailure) -> Bool {
        // SAFETY: a statement that is not finalized.
        let result = unsafe sqlite3_step(statement)
        if result == SQLITE_ROW { return true }
        if result == SQLITE_DONE { return false }
        throw connection.failure(result)
    }

    /// What a column of this row holds; columns count from 0.
    func kind(_ column: Int) -> ValueKind {
        // SAFETY: a statement that stands on a row; columns that are not there are told to be NULL.
        switch unsafe sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_INTEGER, SQLITE_FLOAT: .number
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .bytes
        default: .null
        }
    }

    func integer(_ column: Int) -> Int64 {
        // SAFETY: as above.
        unsafe sqlite3_column_int64(statement, Int32(column))
    }

    /// Calls `body` with the bytes of a column: a text or a number as UTF-8, a BLOB as it is.
    ///
    /// - Throws: when there is no memory for a text in another encoding.
    func withBytes(
        _ column: Int, as kind: ValueKind, _ body: (Span<UInt8>) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        let index = Int32(column)
        // SAFETY: a statement that stands on a row. The bytes are valid until the next call on this column, which is
        // behind `body`; the count must be asked for after the conversion.
        let start =
            kind == .bytes
            ? unsafe sqlite3_column_blob(statement, index)
            : unsafe UnsafeRawPointer(sqlite3_column_text(statement, index))
        let count = Int(unsafe sqlite3_column_bytes(statement, index))
        guard let start = unsafe start else {
            guard count == 0, kind == .bytes else { throw .outOfMemory }
            return
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
        try body(unsafe Span<UInt8>(_unsafeBytes: bytes))
    }
}
