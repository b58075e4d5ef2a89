/// A table whose rows can be read, and how.
struct Table {
    /// As the schema has it.
    let name: [UInt8]

    /// The columns whose values are in the file.
    let columns: [[UInt8]]

    /// A name of the rowid that no column has; `nil` if rows have none (WITHOUT ROWID), or it cannot be named.
    let rowid: String?

    /// Whether large values can be read in pieces.
    let canStream: Bool

    /// Bytes of the largest value that is kept in memory: as little as possible where the others can be streamed.
    var largestValue: Int { canStream ? 1 << 20 : 64 << 20 }

    /// - Parameters:
    ///   - columns: all of them, in their order.
    ///   - hasComputed: whether there are generated columns, which keep SQLite from streaming.
    ///   - hasRowid: as a statement has shown.
    init(name: [UInt8], columns: [[UInt8]], hasComputed: Bool, hasRowid: (String) -> Bool) {
        self.name = name
        self.columns = columns
        let taken = Set(columns.map(Identifier.folded))
        let free = ["_rowid_", "rowid", "oid"].first { !taken.contains($0) }
        rowid = free.flatMap { hasRowid($0) ? $0 : nil }
        canStream = rowid != nil && !hasComputed
    }

    /// A statement for some columns of all rows. With a rowid, that is the first column, and the one parameter the
    /// least rowid that is wanted.
    ///
    /// Indexes are not used: an expression in one could call a function, and a damaged one would hide rows.
    func selection(of wanted: [Int]) -> [UInt8] {
        let names = (rowid.map { [Array($0.utf8)] } ?? []) + wanted.map { Identifier.quoted(columns[$0]) }
        return select(Array(names.joined(separator: Array(", ".utf8))))
            + Array((rowid.map { " WHERE \($0) >= ?1 ORDER BY \($0)" } ?? "").utf8)
    }

    /// A statement for one expression of one row, whose rowid is the parameter.
    func selection(of column: Int, at rowid: String, wrapped function: String? = nil) -> [UInt8] {
        let name = Identifier.quoted(columns[column])
        let expression = function.map { Array("\($0)(".utf8) + name + Array(")".utf8) } ?? name
        return select(expression) + Array(" WHERE \(rowid) = ?1".utf8)
    }

    /// A statement for the least rowid that is there from the parameter on. It reads no values.
    func firstRow(by rowid: String) -> [UInt8] {
        select(Array(rowid.utf8)) + Array(" WHERE \(rowid) >= ?1 ORDER BY \(rowid) LIMIT 1".utf8)
    }

    private func select(_ expression: [UInt8]) -> [UInt8] {
        Array("SELECT ".utf8) + expression + Array(" FROM main.".utf8) + Identifier.quoted(name)
            + Array(" NOT INDEXED".utf8)
    }
}
