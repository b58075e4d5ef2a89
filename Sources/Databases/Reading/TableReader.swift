import Blobs

/// The parts of one table: its text, then its large values.
final class TableReader {
    private enum Stage {
        case start
        case text(TableText)
        case values(LargeValues, isDamageTold: Bool)
        case end
    }

    private let table: Table
    private let connection: Connection
    private let format: DatabaseFormat
    private var stage = Stage.start

    init(
        _ name: [UInt8], in connection: Connection, format: DatabaseFormat
    ) throws(DatabaseError) {
        self.connection = connection
        self.format = format
        table = try Schema.table(name, in: connection)
    }

    /// The next part; `nil` behind the last one.
    ///
    /// - Throws: what is lost. Unless that is final, the next call goes on behind it.
    func next() throws(DatabaseError) -> (DatabasePart, any PartContent)? {
        while true {
            switch stage {
            case .start:
                stage = .end
                let scan = try RowScan(table, columns: Array(table.columns.indices), in: connection)
                let text = TableText(scan, budget: connection.budget, isFile: format.isFile)
                try text.write()
                stage = .text(text)
                guard !text.isEmpty else { break }
                let name = table.name == Schema.storedName ? Schema.shownName : table.name
                return (DatabasePart(name: RawPath(name), size: text.size), text)
            case .text(let text):
                stage = .end
                // What was not read is passed over: the large values in it are wanted all the same.
                while !text.isComplete { try text.write() }
                try beginValues(text)
                try text.tellDamage()
            case .values(let values, let isDamageTold):
                if let (name, content) = try values.next() {
                    return (DatabasePart(name: name, size: content.size), content)
                }
                stage = .end
                if !isDamageTold, let damage = values.damage { throw damage }
            case .end:
                return nil
            }
        }
    }

    private func beginValues(_ text: TableText) throws(DatabaseError) {
        guard text.large.rows != nil else { return }
        let values = try LargeValues(table, text.large, in: connection, format: format)
        stage = .values(values, isDamageTold: text.damage != nil)
    }
}
