/// Goes through the rows of a table, past what is damaged.
///
/// A row that fails is read value by value. Where a page fails, rows further on are looked for by rowid, in steps that
/// double: so what is lost is at most as much again as what is damaged, however the tree is broken. In a table without
/// rowids, all behind the first damage is lost.
final class RowScan {
    enum Step {
        /// A row, and its rowid, or its number from 1 on.
        case row(StatementRow, Int64)
        case pieces(PieceRow, Int64)
    }

    /// Bytes that a failure counts for in the budget: it may have read a whole chain of pages.
    static let costOfFailure = 64 << 10

    let table: Table
    private let connection: Connection
    private let columns: [Int]
    private let statement: Statement

    /// The least rowid to be read yet, or the number of rows; `nil` at the end.
    private var position: Int64?
    private var pieceStatements: [Statement] = []
    private var probe: Statement?

    /// What was met first of what could not be read.
    private(set) var damage: DatabaseError?

    /// - Parameters:
    ///   - columns: which of the table's.
    ///   - start: the least rowid; of no effect where rows have none.
    init(_ table: Table, columns: [Int], from start: Int64 = .min, in connection: Connection) throws(DatabaseError) {
        self.table = table
        self.columns = columns
        self.connection = connection
        do throws(StepFailure) {
            statement = try connection.prepare(table.selection(of: columns))
            position = table.rowid == nil ? 0 : start
            if table.rowid != nil { try statement.restart(start) }
        } catch {
            throw error.error
        }
        connection.setLargestValue(table.largestValue)
    }

    /// The next row; `nil` behind the last one.
    ///
    /// - Throws: what ends all reading. What is lost of this table is in `damage`.
    func next() throws(DatabaseError) -> Step? {
        guard let place = position else { return nil }
        do throws(StepFailure) {
            guard try statement.step() else {
                position = nil
                return nil
            }
            let number = table.rowid == nil ? place + 1 : statement.integer(0)
            position = table.rowid == nil ? number : Self.behind(max(place, number))
            return .row(StatementRow(statement: statement, skipped: table.rowid == nil ? 0 : 1), number)
        } catch {
            if case .tooLarge = error, table.rowid != nil {} else { damage = damage ?? error.error }
            if case .final(let error) = error { throw error }
            return try recover(at: place)
        }
    }

    /// The first row that can be reached from here.
    private func recover(at place: Int64) throws(DatabaseError) -> Step? {
        position = nil
        guard let rowid = table.rowid else { return nil }
        try connection.budget.spend(bytes: Self.costOfFailure)
        guard let found = try locate(from: place, by: rowid) else { return nil }
        do throws(StepFailure) {
            if pieceStatements.isEmpty {
                for column in columns {
                    pieceStatements.append(try connection.prepare(table.selection(of: column, at: rowid)))
                }
            }
            let row = try pieces(found)
            position = Self.behind(found)
            if let position { try statement.restart(position) }
            return .pieces(row, found)
        } catch {
            damage = damage ?? error.error
            if case .final(let error) = error { throw error }
            return nil
        }
    }

    private func pieces(_ rowid: Int64) throws(StepFailure) -> PieceRow {
        do throws(DatabaseError) {
            return try PieceRow(rowid, statements: pieceStatements, budget: connection.budget)
        } catch {
            throw .final(error)
        }
    }

    private func locate(from place: Int64, by rowid: String) throws(DatabaseError) -> Int64? {
        var (target, leap) = (place, Int64(1))
        while true {
            do throws(StepFailure) {
                let probe = try openedProbe(rowid)
                try probe.restart(target)
                return try probe.step() ? max(place, probe.integer(0)) : nil
            } catch {
                if case .final(let error) = error { throw error }
                damage = damage ?? error.error
            }
            try connection.budget.spend(bytes: Self.costOfFailure)
            // Hardly a rowid is negative.
            let (next, overflows) = target < 0 ? (0, false) : target.addingReportingOverflow(leap)
            guard !overflows else { return nil }
            if target >= 0 { leap = leap > Int64.max / 2 ? leap : leap * 2 }
            target = next
        }
    }

    private func openedProbe(_ rowid: String) throws(StepFailure) -> Statement {
        if let probe { return probe }
        let made = try connection.prepare(table.firstRow(by: rowid))
        probe = made
        return made
    }

    private static func behind(_ rowid: Int64) -> Int64? { rowid == .max ? nil : rowid + 1 }
}
