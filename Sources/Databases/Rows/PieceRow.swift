import Blobs

/// A row that cannot be had as a whole, read value by value: what is too large or damaged costs no other value.
struct PieceRow: RowValues {
    private enum Cell {
        case none(ValueKind)
        case bytes(ValueKind, [UInt8])
    }

    private let cells: [Cell]

    /// - Parameter statements: one for each column, each with the rowid as its parameter.
    init(_ rowid: Int64, statements: [Statement], budget: ReadingBudget) throws(DatabaseError) {
        var cells: [Cell] = []
        for statement in statements { cells.append(try Self.cell(rowid, statement, budget)) }
        self.cells = cells
    }

    private static func cell(
        _ rowid: Int64, _ statement: Statement, _ budget: ReadingBudget
    ) throws(DatabaseError) -> Cell {
        do throws(StepFailure) {
            try statement.restart(rowid)
            guard try statement.step() else { return .none(.lost) }
        } catch {
            switch error {
            case .final(let error): throw error
            case .tooLarge: return .none(.large)
            case .damaged:
                try budget.spend(bytes: RowScan.costOfFailure)
                return .none(.lost)
            }
        }
        let kind = statement.kind(0)
        if kind == .null { return .none(kind) }
        var bytes: [UInt8] = []
        try statement.withBytes(0, as: kind) { (span) throws(DatabaseError) in bytes.append(copying: span) }
        return .bytes(kind, bytes)
    }

    func kind(_ column: Int) -> ValueKind {
        switch cells[column] {
        case .none(let kind), .bytes(let kind, _): kind
        }
    }

    func withBytes(
        _ column: Int, as kind: ValueKind, _ body: (Span<UInt8>) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        guard case .bytes(_, let bytes) = cells[column] else { return }
        try body(bytes.span)
    }
}
