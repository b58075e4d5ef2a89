import Blobs

/// What tables a database has.
struct Schema {
    /// The table of the schema itself; newer versions of SQLite call it `sqlite_schema`.
    static let storedName = Array("sqlite_master".utf8)

    /// Its name for the reader.
    static let shownName = Array("sqlite_schema".utf8)

    /// A statement can give so many columns, unless SQLite was built with another limit.
    private static let mostColumns = 2_000

    /// Names of the tables that have pages of their own, so neither views nor virtual tables. The schema comes first.
    let tables: [[UInt8]]

    /// Whether the schema could not be read to its end.
    let damage: DatabaseError?

    init(_ connection: Connection) throws(DatabaseError) {
        var tables = [Self.storedName]
        var damage: DatabaseError?
        do throws(StepFailure) {
            let list = try connection.prepare(
                "SELECT name FROM sqlite_master NOT INDEXED WHERE type = 'table' AND rootpage > 0")
            while try list.step() {
                guard list.kind(0) == .text else { continue }
                let name = try Self.bytes(list)
                if !name.isEmpty, !name.contains(0) { tables.append(name) }
            }
        } catch {
            if error.error.isFinal { throw error.error }
            damage = error.error
        }
        self.tables = tables
        self.damage = damage
    }

    /// What is known of a table before its rows are read.
    static func table(_ name: [UInt8], in connection: Connection) throws(DatabaseError) -> Table {
        // What else is in the schema stands in its SQL.
        if name == storedName {
            return Table(name: name, columns: [Array("sql".utf8)], hasComputed: false) { _ in true }
        }
        do throws(StepFailure) {
            var (columns, hasComputed) = ([[UInt8]](), false)
            let list = try connection.prepare(Array("PRAGMA main.table_xinfo(".utf8) + Identifier.quoted(name) + [0x29])
            while try list.step() {
                // 1: hidden in a virtual table. 2: computed when it is read, from other columns. 3: computed and kept.
                let hidden = list.integer(6)
                hasComputed = hasComputed || hidden > 1
                if hidden == 0 || hidden == 3 { columns.append(try bytes(list, column: 1)) }
            }
            guard !columns.isEmpty else { throw .damaged(.unsupported("a table without columns")) }
            let isNarrow = columns.count < mostColumns
            return Table(name: name, columns: columns, hasComputed: hasComputed) { rowid in
                // Where rows have none, there is no such column.
                let sql = Array("SELECT \(rowid) FROM main.".utf8) + Identifier.quoted(name)
                return isNarrow && (try? connection.prepare(sql)) != nil
            }
        } catch {
            throw error.error
        }
    }

    private static func bytes(_ statement: Statement, column: Int = 0) throws(StepFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(DatabaseError) {
            try statement.withBytes(column, as: .text) { (span) throws(DatabaseError) in bytes.append(copying: span) }
        } catch {
            throw .final(error)
        }
        return bytes
    }
}
