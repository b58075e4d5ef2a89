import CSQLite

// Unsafe code: settings and callbacks of the connection.

extension Connection {
    /// Between two looks at the budget, in instructions.
    private static let stepsAtOnce: Int32 = 2_000

    /// Turns off what a hostile database could make use of.
    func configure() throws(DatabaseError) {
        for (option, value) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
            (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
            // A name that is not there must not become a text.
            (SQLITE_DBCONFIG_DQS_DML, 0),
        ] as [(Int32, Int32)] {
            // SAFETY: these options take a number and a pointer that may be null.
            let result = unsafe keyhound_configure(database, option, value)
            guard result == SQLITE_OK else { throw error(result) }
        }
        for (limit, value) in [
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_LENGTH, 1 << 20),
            (SQLITE_LIMIT_VDBE_OP, 100_000), (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_TRIGGER_DEPTH, 0),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ] as [(Int32, Int32)] {
            // SAFETY: an open handle.
            unsafe sqlite3_limit(database, limit, value)
        }
        do throws(StepFailure) {
            // Here are the settings that need no schema.
            for setting in ["cell_size_check = ON", "temp_store = MEMORY"] { try set(setting) }
        } catch {
            throw error.error
        }
    }

    /// From now on nothing but reading is allowed, and the budget is asked.
    func watch() {
        // SAFETY: the budget lives as long as this; the callbacks do nothing to the connection.
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe sqlite3_progress_handler(
            database, Self.stepsAtOnce,
            { context in
                guard let context = unsafe context else { return 1 }
                let connection = unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
                let steps = Int(Connection.stepsAtOnce)
                return connection.budget.allows(steps: steps, limit: connection.limit) ? 0 : 1
            }, context)
        unsafe sqlite3_set_authorizer(
            database,
            { _, action, first, second, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ: return SQLITE_OK
                case SQLITE_PRAGMA:
                    return ["table_xinfo", "cache_size"].contains { unsafe Connection.equals(first, $0) }
                        ? SQLITE_OK : SQLITE_DENY
                case SQLITE_FUNCTION: return unsafe Connection.equals(second, "typeof") ? SQLITE_OK : SQLITE_DENY
                default: return SQLITE_DENY
                }
            }, nil)
    }

    // SAFETY: a string of C, or nothing.
    private static func equals(_ text: UnsafePointer<CChar>?, _ word: String) -> Bool {
        guard let text = unsafe text else { return false }
        return unsafe sqlite3_stricmp(text, word) == 0
    }
}
