/// The first bytes of a database file, as far as they tell whether it may be handed to SQLite at all.
///
/// SQLite would undo a half-written change of any database that it reads, so a file of someone else must be told before
/// that.
///
/// Format: "Database File Format", section 1.3 (sqlite.org/fileformat2.html).
enum DatabaseHeader {
    static let byteCount = 100

    /// Which program the file belongs to: `KHSC`.
    static let applicationID: UInt32 = 0x4B48_5343

    /// The version of what is in the tables.
    static let version: UInt32 = 1

    /// - Throws: `notACache`, `newer`, or `damaged` when it is ours and could not have been written by us.
    /// - Precondition: `bytes` has `byteCount` bytes.
    static func validate(_ bytes: [UInt8]) throws(ScanCacheError) {
        precondition(bytes.count == byteCount, "a header has \(byteCount) bytes")
        guard bytes.starts(with: Array("SQLite format 3\0".utf8)), number(bytes, at: 68) == applicationID else {
            throw .notACache
        }
        let found = number(bytes, at: 60)
        if found > version { throw .newer(version: Int(found)) }
        // In the other mode of journals, even a reader writes files beside the database.
        let usesRollbackJournal = bytes[18] == 1 && bytes[19] == 1
        guard found == version, usesRollbackJournal else { throw .damaged }
    }

    /// Four bytes, the first counting most.
    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
