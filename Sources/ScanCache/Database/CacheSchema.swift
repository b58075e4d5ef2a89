/// The tables of a cache. A file is one if it has these, word for word, and nothing else: no view, no trigger.
enum CacheSchema {
    /// Column `used`: a higher number was used later.
    private static let ruleSets =
        "CREATE TABLE rule_sets (number INTEGER PRIMARY KEY, rules BLOB NOT NULL, id_length INTEGER NOT NULL, "
        + "used INTEGER NOT NULL)"

    /// Ids come last: the columns before them can be read without the pages that only ids fill.
    private static let segments =
        "CREATE TABLE segments (number INTEGER PRIMARY KEY, rule_set INTEGER NOT NULL, checksum INTEGER NOT NULL, "
        + "ids BLOB NOT NULL)"

    /// Whether the tables are there; `false` when nothing is.
    ///
    /// - Throws: when there is something else. To be called in every transaction: other processes write the file too.
    static func exists(in connection: Connection) throws(ScanCacheError) -> Bool {
        let applicationID = try connection.number("PRAGMA application_id")
        let version = try connection.number("PRAGMA user_version")
        var found: [[UInt8]] = []
        let rows = try connection.prepare("SELECT sql FROM sqlite_master ORDER BY rowid")
        while try rows.step() { found.append(rows.text(0) ?? []) }

        if applicationID == 0, version == 0, found.isEmpty { return false }
        guard applicationID == Int64(DatabaseHeader.applicationID) else { throw .notACache }
        if version > Int64(DatabaseHeader.version) { throw .newer(version: Int(version)) }
        guard version == Int64(DatabaseHeader.version), found == [Array(ruleSets.utf8), Array(segments.utf8)] else {
            throw .damaged
        }
        return true
    }

    /// Makes the tables in an empty file. To be called in a transaction that writes.
    static func create(in connection: Connection) throws(ScanCacheError) {
        try connection.execute("PRAGMA application_id = \(DatabaseHeader.applicationID)")
        try connection.execute("PRAGMA user_version = \(DatabaseHeader.version)")
        try connection.execute(ruleSets)
        try connection.execute(segments)
    }
}
