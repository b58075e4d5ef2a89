/// The values of one row, by the number of the column in a scan.
protocol RowValues {
    func kind(_ column: Int) -> ValueKind

    /// Calls `body` with the bytes of a value: a text or a number as UTF-8, a BLOB as it is.
    func withBytes(
        _ column: Int, as kind: ValueKind, _ body: (Span<UInt8>) throws(DatabaseError) -> Void
    ) throws(DatabaseError)
}

/// The row that a statement stands on, whose first column may be the rowid.
struct StatementRow: RowValues {
    let statement: Statement

    /// Columns in front of the wanted ones.
    let skipped: Int

    func kind(_ column: Int) -> ValueKind { statement.kind(column + skipped) }

    func withBytes(
        _ column: Int, as kind: ValueKind, _ body: (Span<UInt8>) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        try statement.withBytes(column + skipped, as: kind, body)
    }
}
