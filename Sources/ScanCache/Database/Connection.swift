import CSQLite

/// An open database that was told to be a cache, or is empty. For one thread at a time.
@safe final class Connection {
    /// Nothing in a cache is larger than a segment and the row around it, and no statement than this.
    private static let largestValue = Int32(SegmentTable.largestSegment + 64 << 10)

    // SAFETY: made in `init`, owned by nobody else, closed in `deinit`.
    private let database: OpaquePointer

    /// Whether SQLite may only read the file.
    let isReadOnly: Bool

    /// Opens a file that exists.
    ///
    /// - Parameter patience: how long a lock of another process is waited for, in milliseconds.
    /// - Throws: without having changed anything, if it is not a cache and not empty.
    init(_ file: DatabaseFile, patience: Int32 = 10_000) throws(ScanCacheError) {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW
        var opened: OpaquePointer?
        // SAFETY: the path ends with NUL; the handle must be closed even when opening fails.
        let result = unsafe DatabaseFile.withCString(file.terminated) {
            unsafe sqlite3_open_v2($0, &opened, flags, nil)
        }
        guard let handle = unsafe opened else { throw .ioError("out of memory") }
        guard result == SQLITE_OK else {
            // SAFETY: as above, and not used again.
            let systemError = unsafe sqlite3_system_errno(handle)
            unsafe sqlite3_close_v2(handle)
            throw SQLiteResult.error(result, systemError: systemError)
        }
        unsafe database = handle
        // SAFETY: an open handle and a constant name.
        isReadOnly = unsafe sqlite3_db_readonly(handle, "main") == 1
        // All is set: from here on, `deinit` closes the handle.
        if let header = try readHeader() { try DatabaseHeader.validate(header) }
        try configure(patience: patience)
    }

    deinit {
        // SAFETY: sole owner. Statements that are left keep what they need.
        unsafe sqlite3_close_v2(database)
    }

    /// Compiles one statement.
    func prepare(_ sql: String) throws(ScanCacheError) -> Statement {
        var made: OpaquePointer?
        // SAFETY: Swift's string becomes one of C for the call.
        let result = unsafe sqlite3_prepare_v2(database, sql, -1, &made, nil)
        guard result == SQLITE_OK, let handle = unsafe made else { throw error(result) }
        return unsafe Statement(handle, of: self)
    }

    /// Runs one statement that gives no rows, or whose rows do not matter.
    func execute(_ sql: String) throws(ScanCacheError) {
        let statement = try prepare(sql)
        while try statement.step() {}
    }

    /// The one number that a statement gives.
    func number(_ sql: String) throws(ScanCacheError) -> Int64 {
        let statement = try prepare(sql)
        guard try statement.step(), let number = statement.integer(0) else { throw .damaged }
        return number
    }

    func error(_ code: Int32) -> ScanCacheError {
        // SAFETY: an open handle.
        SQLiteResult.error(code, systemError: unsafe sqlite3_system_errno(database))
    }

    /// The start of the file; `nil` when it is empty. Takes no lock and looks at no journal.
    private func readHeader() throws(ScanCacheError) -> [UInt8]? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        // SAFETY: this call writes a pointer to where it is told; the file belongs to the open handle.
        let result = unsafe sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard result == SQLITE_OK, let file = unsafe file, let methods = unsafe file.pointee.pMethods,
            let fileSize = unsafe methods.pointee.xFileSize, let read = unsafe methods.pointee.xRead
        else { throw .ioError("the file cannot be read") }
        var size: Int64 = 0
        // SAFETY: it writes one number.
        let sized = unsafe fileSize(file, &size)
        guard sized == SQLITE_OK else { throw error(sized) }
        if size == 0 { return nil }
        guard size >= DatabaseHeader.byteCount else { throw .notACache }
        var header = [UInt8](repeating: 0, count: DatabaseHeader.byteCount)
        // SAFETY: it writes as many bytes as the array has.
        let filled = unsafe header.withUnsafeMutableBytes { bytes in
            unsafe read(file, bytes.baseAddress, Int32(bytes.count), 0)
        }
        guard filled == SQLITE_OK else { throw error(filled) }
        return header
    }

    private func configure(patience: Int32) throws(ScanCacheError) {
        // SAFETY: an open handle.
        unsafe sqlite3_busy_timeout(database, patience)
        unsafe sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Self.largestValue)
        for setting in [
            "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY",
            // The folder is synchronised too when a journal is removed: what was added stays added.
            "synchronous = EXTRA",
            // In KiB. An empty file gets larger pages: segments are long, and read with fewer steps.
            "cache_size = -16384", "page_size = 16384",
        ] {
            try execute("PRAGMA " + setting)
        }
    }
}
