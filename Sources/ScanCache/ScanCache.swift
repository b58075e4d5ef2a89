import Blobs
import Synchronization

/// Remembers in a file in which objects of git nothing at all was found, so that the next run reads only new ones.
///
/// The file holds ids of objects and hashes of rules: no secret, no path, no time. An id in it is a promise that the
/// object was read as a whole, under these rules, and that nothing was found. A wrong id would be a hole in the scan,
/// so each segment of ids has a checksum that covers the rules too: one that is not as it was written is dropped, and
/// its objects are scanned again. The checksum shows damage, not forgery. Whoever may write the file can hide a secret
/// from the scan: it belongs where only the user who scans can write.
///
/// Several processes may use one file at once, and what one of them adds the others do not lose. A process that is
/// killed at any moment leaves all that was there before, and all or nothing of what it was adding. The ids of the
/// four sets of rules that were used last are kept.
///
/// One thread at a time uses a cache; others wait.
///
/// Format: a database of SQLite 3 with a rollback journal, which stands beside it only while it is written. Journals of
/// the other kind (WAL) keep two more files beside it, and even readers must write these: a cache that is copied alone,
/// or stands on a read-only file system, would be cut or could not be read.
public final class ScanCache: Sendable {
    private struct State {
        let connection: Connection

        /// The last row that is known to this process: what came after it is read again before something is added.
        var lastNumber: Int64 = 0
    }

    /// Whether ids can only be read: the file, its folder or its file system may not be written.
    public let isReadOnly: Bool

    private let key: SegmentKey
    private let state: Mutex<State>

    /// Opens the cache, and makes it, readable for this user only, if there is no such file or it is empty.
    ///
    /// A file that is something else is not changed, nor is what a symbolic link leads to.
    ///
    /// - Parameters:
    ///   - path: at most 504 bytes when it is made absolute and symbolic links in it are resolved.
    ///   - rules: a hash of everything that decides what is found.
    ///   - idLength: bytes of an id, 20 or 32.
    /// - Throws: `ScanCacheError`. What was in the file is still there then.
    /// - Precondition: `rules` has at least 16 bytes.
    public init(path: RawPath, rules: [UInt8], idLength: Int) throws(ScanCacheError) {
        precondition(rules.count >= 16, "a hash of rules has at least 16 bytes")
        precondition(idLength == 20 || idLength == 32, "an id has 20 or 32 bytes")
        let key = SegmentKey(rules: rules, idLength: idLength)
        let file = try DatabaseFile(path)
        let connection = try Connection(file)
        let isReadOnly = connection.isReadOnly || file.isFolderReadOnly

        let isNewest = try connection.transaction(.reading) { () throws(ScanCacheError) in
            guard try CacheSchema.exists(in: connection) else { return false }
            return try RuleSetTable(connection: connection).find(key)?.isNewest ?? false
        }
        // A run that finds its rules used last has nothing to write, unless it adds something.
        if !isNewest, !isReadOnly {
            try connection.transaction(.writing) { () throws(ScanCacheError) in
                _ = try Self.writableTable(in: connection, key: key)
            }
        }
        self.isReadOnly = isReadOnly
        self.key = key
        state = Mutex(State(connection: connection))
    }

    /// All ids that were added under these rules.
    ///
    /// Complexity: O(n log k) for n ids in k segments. There are 16 at most, and one more for each 4 MiB. 849,014 ids
    /// of 20 bytes take 20 ms (2026-11-27).
    /// - Throws: `ScanCacheError`: there is no way to know then what was added.
    public func load() throws(ScanCacheError) -> KnownObjects {
        let key = key
        return try state.withLock { state throws(ScanCacheError) in
            let connection = state.connection
            let list = try connection.transaction(.reading) { () throws(ScanCacheError) in
                guard try CacheSchema.exists(in: connection),
                    let known = try RuleSetTable(connection: connection).find(key)
                else { return SegmentList() }
                return try SegmentTable(connection: connection, ruleSet: known.number, key: key).segments(after: 0)
            }
            // If something is damaged, the next addition reads everything once more, and takes that away.
            state.lastNumber = list.damaged.isEmpty ? list.lastNumber : 0
            return KnownObjects(list.union(idLength: key.idLength), damagedSegments: list.damaged.count)
        }
    }

    /// Adds ids, one behind the other, in any order and any number of times. They are on the disk when this returns.
    ///
    /// Each call waits for the disk: it is for thousands of ids, not for one.
    ///
    /// Complexity: O(n log n) for n ids, and O(m) for m ids that others added meanwhile. Once in 16 times, up to 64 MiB
    /// of ids are merged.
    /// - Throws: `ScanCacheError`; then nothing was added.
    /// - Precondition: `ids` holds whole ids.
    public func add(_ ids: [UInt8]) throws(ScanCacheError) {
        precondition(ids.count.isMultiple(of: key.idLength), "a part of an id")
        if isReadOnly { throw .readOnly }
        if ids.isEmpty { return }
        let key = key
        let added = SortedIds(sorting: ids, idLength: key.idLength)
        try state.withLock { state throws(ScanCacheError) in
            let connection = state.connection
            let lastNumber = state.lastNumber
            state.lastNumber = try connection.transaction(.writing) { () throws(ScanCacheError) in
                let table = try Self.writableTable(in: connection, key: key)
                let others = try table.segments(after: lastNumber)
                try table.delete(others.damaged)
                try table.insert(added.subtracting(others.union(idLength: key.idLength)))
                try table.mergeOpenSegments()
                return try table.lastNumber()
            }
        }
    }

    /// The segments of these rules, which become the ones that were used last.
    private static func writableTable(
        in connection: Connection, key: SegmentKey
    ) throws(ScanCacheError) -> SegmentTable {
        if try !CacheSchema.exists(in: connection) { try CacheSchema.create(in: connection) }
        let ruleSet = try RuleSetTable(connection: connection).use(key)
        return SegmentTable(connection: connection, ruleSet: ruleSet, key: key)
    }
}
