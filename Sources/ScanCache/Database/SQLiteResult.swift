import CSQLite

/// What result codes of SQLite mean to a cache (sqlite.org/rescode.html).
enum SQLiteResult {
    // Macros that Swift does not import.
    private static let readOnlyAndUnfinished = SQLITE_READONLY | 3 << 8  // SQLITE_READONLY_ROLLBACK
    private static let moved = SQLITE_READONLY | 4 << 8  // SQLITE_READONLY_DBMOVED
    private static let symbolicLink = SQLITE_CANTOPEN | 6 << 8  // SQLITE_CANTOPEN_SYMLINK

    /// - Parameters:
    ///   - code: an extended result code that tells of a failure.
    ///   - systemError: what the operating system said, or 0.
    static func error(_ code: Int32, systemError: Int32) -> ScanCacheError {
        switch code {
        case readOnlyAndUnfinished:
            return .ioError("a change that was not finished must be undone first, and the file may not be written")
        case moved: return .ioError("the file was moved or deleted")
        case symbolicLink: return .symbolicLink
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy
        case SQLITE_READONLY: return .readOnly
        case SQLITE_FULL: return .full
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_NOMEM, SQLITE_INTERRUPT, SQLITE_NOLFS:
            return .ioError(systemError == 0 ? text(code) : DatabaseFile.text(of: systemError))
        // All statements are ours and fit the tables, so one that fails met a file that does not.
        default: return .damaged
        }
    }

    private static func text(_ code: Int32) -> String {
        // SAFETY: a constant string of SQLite.
        unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
