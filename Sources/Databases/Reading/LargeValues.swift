import Blobs

/// The large values of a table, one by one, found by going through the rows again: they are not kept.
final class LargeValues {
    private let scan: RowScan
    private let columns: [Int]
    private let rows: ClosedRange<Int64>
    private let connection: Connection
    private let format: DatabaseFormat

    /// Of the row in hand, the last first.
    private var pending: [(name: RawPath, content: any PartContent)] = []
    private var typeStatements: [Int: Statement] = [:]

    /// What could not be read that the text of the table did not meet.
    var damage: DatabaseError? { scan.damage }

    init(
        _ table: Table, _ places: LargeValuePlaces, in connection: Connection, format: DatabaseFormat
    ) throws(DatabaseError) {
        columns = places.columns.sorted()
        rows = places.rows ?? 0...0
        self.connection = connection
        self.format = format
        scan = try RowScan(table, columns: columns, from: rows.lowerBound, in: connection)
    }

    /// The next value; `nil` behind the last one.
    func next() throws(DatabaseError) -> (name: RawPath, content: any PartContent)? {
        while true {
            if let value = pending.popLast() { return value }
            guard let step = try scan.next() else { return nil }
            switch step {
            case .row(let row, let number):
                if number > rows.upperBound { return nil }
                try collect(row, number)
            case .pieces(let row, let number):
                if number > rows.upperBound { return nil }
                try collect(row, number)
            }
        }
    }

    private func collect(_ row: some RowValues, _ number: Int64) throws(DatabaseError) {
        var failure: DatabaseError?
        for index in columns.indices.reversed() {
            let kind = row.kind(index)
            if kind == .large {
                do throws(DatabaseError) {
                    pending.append((name(index, number), try stream(index, number)))
                } catch {
                    failure = error
                }
            }
            guard kind == .bytes else { continue }
            try row.withBytes(index, as: kind) { (span) throws(DatabaseError) in
                try connection.budget.spend(bytes: span.count)
                guard !span.isEmpty, case .part = BinaryForm(span, isFile: format.isFile) else { return }
                var bytes: [UInt8] = []
                bytes.append(copying: span)
                pending.append((name(index, number), BytesContent(bytes)))
            }
        }
        if let failure { throw failure }
    }

    private func stream(_ index: Int, _ number: Int64) throws(DatabaseError) -> any PartContent {
        let table = scan.table
        guard table.canStream, let rowid = table.rowid else { throw .limit(.value) }
        do throws(StepFailure) {
            let decoder =
                try isWideText(index, number, by: rowid)
                ? WideTextDecoder(isBigEndian: format.encoding == .utf16BigEndian) : nil
            let value = try connection.openValue(
                table: table.name, column: table.columns[columns[index]], rowid: number)
            return StreamContent(value, decoder: decoder, budget: connection.budget)
        } catch {
            throw error.error
        }
    }

    private func isWideText(_ index: Int, _ number: Int64, by rowid: String) throws(StepFailure) -> Bool {
        if format.encoding == .utf8 { return false }
        let statement = try typeStatement(index, by: rowid)
        try statement.restart(number)
        var isText = false
        guard try statement.step() else { return false }
        do throws(DatabaseError) {
            try statement.withBytes(0, as: .text) { (span) throws(DatabaseError) in
                isText = span.count == 4 && span[0] == UInt8(ascii: "t")
            }
        } catch {
            throw .final(error)
        }
        return isText
    }

    private func typeStatement(_ index: Int, by rowid: String) throws(StepFailure) -> Statement {
        if let statement = typeStatements[index] { return statement }
        let sql = scan.table.selection(of: columns[index], at: rowid, wrapped: "typeof")
        let statement = try connection.prepare(sql)
        typeStatements[index] = statement
        return statement
    }

    private func name(_ index: Int, _ number: Int64) -> RawPath {
        let (table, slash) = (scan.table, [UInt8(ascii: "/")])
        return RawPath(table.name + slash + Array(String(number).utf8) + slash + table.columns[columns[index]])
    }
}
