import CSQLite

/// One compiled statement and the row that it stands on.
@safe struct Statement: ~Copyable {
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

    /// Sets a parameter; they count from 1.
    func bind(_ position: Int32, _ number: Int64) throws(ScanCacheError) {
        // SAFETY: a statement that is not finalized.
        try check(unsafe sqlite3_bind_int64(statement, position, number))
    }

    /// Sets a parameter to a copy of these bytes, which are not empty.
    func bind(_ position: Int32, _ bytes: [UInt8]) throws(ScanCacheError) {
        // SAFETY: SQLite copies the bytes before the call returns.
        let result = unsafe bytes.withUnsafeBytes { buffer in
            unsafe keyhound_bind_copy(statement, position, buffer.baseAddress, UInt64(buffer.count))
        }
        try check(result)
    }

    /// Goes on to the next row.
    ///
    /// - Returns: whether there is one.
    func step() throws(ScanCacheError) -> Bool {
        // SAFETY: a statement that is not finalized.
        let result = unsafe sqlite3_step(statement)
        if result == SQLITE_ROW { return true }
        if result == SQLITE_DONE { return false }
        throw connection.error(result)
    }

    /// A column of this row, from 0; `nil` when it holds no integer.
    func integer(_ column: Int32) -> Int64? {
        // SAFETY: a statement that stands on a row.
        guard unsafe sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        return unsafe sqlite3_column_int64(statement, column)
    }

    /// A column of this row, from 0; `nil` when it holds no bytes, or none could be had.
    func bytes(_ column: Int32) -> [UInt8]? {
        // SAFETY: a statement that stands on a row.
        guard unsafe sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
        return unsafe copy(sqlite3_column_blob(statement, column), of: column)
    }

    /// A column of this row, from 0, as UTF-8; `nil` when it holds no text, or none could be had.
    func text(_ column: Int32) -> [UInt8]? {
        // SAFETY: a statement that stands on a row.
        guard unsafe sqlite3_column_type(statement, column) == SQLITE_TEXT else { return nil }
        return unsafe copy(UnsafeRawPointer(sqlite3_column_text(statement, column)), of: column)
    }

    private func copy(_ start: UnsafeRawPointer?, of column: Int32) -> [UInt8]? {
        // SAFETY: SQLite's bytes are valid until the next step, and are copied before.
        guard let start = unsafe start else { return nil }
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private func check(_ result: Int32) throws(ScanCacheError) {
        guard result == SQLITE_OK else { throw connection.error(result) }
    }
}
