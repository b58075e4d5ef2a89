import CSQLite

// Unsafe code: the callbacks through which SQLite reads (sqlite.org/vfs.html).

/// The file system that SQLite sees: one file, which can be read and nothing else.
///
/// There is no path here, so no other file is ever opened: no journal, no log, no shared memory, no temporary file. The
/// file is said to be immutable, so SQLite takes no lock and looks for no journal.
@safe final class SourceFileSystem {
    private let source: DatabaseSource

    // SAFETY: these three are made in `init`, owned by nobody else, and freed in `deinit`, behind the connection.
    private let name: UnsafeMutablePointer<CChar>
    private let system: UnsafeMutablePointer<sqlite3_vfs>
    private let methods: UnsafeMutablePointer<sqlite3_io_methods>

    /// Bytes of a name of a file, its NUL included.
    private static let longestPath: Int32 = 64

    init(_ source: DatabaseSource) {
        self.source = source
        // SAFETY: initialised here, before anybody reads them.
        unsafe system = .allocate(capacity: 1)
        unsafe methods = .allocate(capacity: 1)
        // The address tells file systems apart.
        let text = unsafe Array("keyhound-\(UInt(bitPattern: system))".utf8CString)
        unsafe name = .allocate(capacity: text.count)
        for index in text.indices { unsafe name[index] = text[index] }
        unsafe methods.initialize(to: Self.fileMethods())
        unsafe system.initialize(to: Self.systemMethods())
        unsafe system.pointee.zName = unsafe UnsafePointer(name)
    }

    deinit {
        // SAFETY: sole owner, and the connection is closed.
        unsafe name.deallocate()
        unsafe system.deallocate()
        unsafe methods.deallocate()
    }

    /// Opens a connection whose only file is the source. This must live longer than the connection.
    ///
    /// - Returns: SQLite's code, and a handle that must be closed whatever the code is, if there is one.
    func open() -> (code: Int32, handle: OpaquePointer?) {
        unsafe system.pointee.pAppData = unsafe Unmanaged.passUnretained(self).toOpaque()
        // SAFETY: registered for the time of the call only, so nothing else can be opened by it.
        let registered = unsafe sqlite3_vfs_register(system, 0)
        guard registered == SQLITE_OK else { return (registered, nil) }
        defer { unsafe sqlite3_vfs_unregister(system) }
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        // SAFETY: both names end with NUL.
        let code = unsafe sqlite3_open_v2("database", &handle, flags, name)
        return unsafe (code, handle)
    }

    private static func systemMethods() -> sqlite3_vfs {
        var methods = unsafe sqlite3_vfs()
        unsafe methods.iVersion = 1
        unsafe methods.szOsFile = Int32(contextOffset + MemoryLayout<UnsafeRawPointer>.size)
        unsafe methods.mxPathname = longestPath
        // SAFETY: SQLite gives each callback what its documentation says; `file` has `szOsFile` bytes.
        unsafe methods.xOpen = { system, _, file, flags, outFlags in
            guard let file = unsafe file, let context = unsafe system?.pointee.pAppData else { return SQLITE_CANTOPEN }
            unsafe file.pointee.pMethods = nil
            guard flags & SQLITE_OPEN_MAIN_DB != 0 else { return SQLITE_CANTOPEN }
            let owner = unsafe Unmanaged<SourceFileSystem>.fromOpaque(context).takeUnretainedValue()
            unsafe UnsafeMutableRawPointer(file).storeBytes(
                of: context, toByteOffset: SourceFileSystem.contextOffset, as: UnsafeMutableRawPointer.self)
            unsafe file.pointee.pMethods = unsafe UnsafePointer(owner.methods)
            unsafe outFlags?.pointee = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB
            return SQLITE_OK
        }
        unsafe methods.xDelete = { _, _, _ in SQLITE_READONLY }
        unsafe methods.xAccess = { _, _, _, exists in
            unsafe exists?.pointee = 0
            return SQLITE_OK
        }
        unsafe methods.xFullPathname = { _, name, capacity, full in
            guard let name = unsafe name, let full = unsafe full else { return SQLITE_CANTOPEN }
            var index = 0
            while index < Int(capacity) {
                unsafe full[index] = unsafe name[index]
                if unsafe name[index] == 0 { return SQLITE_OK }
                index += 1
            }
            return SQLITE_CANTOPEN
        }
        unsafe methods.xRandomness = { _, _, _ in 0 }
        unsafe methods.xSleep = { _, _ in 0 }
        unsafe methods.xCurrentTime = { _, days in
            unsafe days?.pointee = 0
            return SQLITE_OK
        }
        return unsafe methods
    }

    /// Where the address of this object stands in SQLite's memory for a file.
    private static let contextOffset = unsafe MemoryLayout<sqlite3_file>.stride

    private static func fileMethods() -> sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        methods.iVersion = 1
        // SAFETY: as above; `buffer` has `count` bytes.
        unsafe methods.xRead = { file, buffer, count, offset in
            guard let source = unsafe SourceFileSystem.source(of: file), let buffer = unsafe buffer, count >= 0,
                let offset = Int(exactly: offset), offset >= 0
            else { return sqliteReadError }
            let bytes = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            var span = unsafe MutableSpan<UInt8>(_unsafeBytes: bytes)
            let outcome = source.fill(&span, at: offset)
            guard outcome != .failed else { return sqliteReadError }
            DatabaseHeader.simplify(&span, at: offset)
            return outcome == .all ? SQLITE_OK : sqliteShortRead
        }
        unsafe methods.xFileSize = { file, size in
            guard let source = unsafe SourceFileSystem.source(of: file) else { return sqliteReadError }
            unsafe size?.pointee = Int64(source.size)
            return SQLITE_OK
        }
        unsafe methods.xClose = { _ in SQLITE_OK }
        unsafe methods.xWrite = { _, _, _, _ in SQLITE_READONLY }
        unsafe methods.xTruncate = { _, _ in SQLITE_READONLY }
        unsafe methods.xSync = { _, _ in SQLITE_OK }
        unsafe methods.xLock = { _, _ in SQLITE_OK }
        unsafe methods.xUnlock = { _, _ in SQLITE_OK }
        unsafe methods.xCheckReservedLock = { _, isReserved in
            unsafe isReserved?.pointee = 0
            return SQLITE_OK
        }
        unsafe methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
        unsafe methods.xSectorSize = { _ in 4096 }
        unsafe methods.xDeviceCharacteristics = { _ in SQLITE_IOCAP_IMMUTABLE }
        return methods
    }

    // SAFETY: `xOpen` has stored the address, and the object lives as long as the connection.
    private static func source(of file: UnsafeMutablePointer<sqlite3_file>?) -> DatabaseSource? {
        guard let file = unsafe file else { return nil }
        let context = unsafe UnsafeMutableRawPointer(file).load(
            fromByteOffset: contextOffset, as: UnsafeMutableRawPointer.self)
        return unsafe Unmanaged<SourceFileSystem>.fromOpaque(context).takeUnretainedValue().source
    }
}

// Macros that Swift does not import.
private let sqliteReadError = SQLITE_IOERR | 1 << 8  // SQLITE_IOERR_READ
private let sqliteShortRead = SQLITE_IOERR | 2 << 8  // SQLITE_IOERR_SHORT_READ
