import Blobs

/// The rows of a table as text, written as it is read.
final class TableText: PartContent {
    /// Rows are written until there are this many bytes.
    private static let pieceSize = 64 << 10

    private let scan: RowScan
    private let budget: ReadingBudget
    private var text: RowText
    private var position = 0

    /// Whether all rows were written that can be had.
    private(set) var isComplete = false

    /// Whether it was told what of the table is lost.
    private(set) var isDamageTold = false

    /// Where the large values are.
    private(set) var large = LargeValuePlaces()

    /// What of the table is lost.
    var damage: DatabaseError? { scan.damage }

    /// Bytes, if all of them are written before the first is read.
    var size: Int? { isComplete && scan.damage == nil ? text.bytes.count : nil }

    /// Whether there is nothing to be read.
    var isEmpty: Bool { isComplete && text.bytes.isEmpty }

    init(_ scan: RowScan, budget: ReadingBudget, isFile: @escaping (Span<UInt8>) -> Bool) {
        self.scan = scan
        self.budget = budget
        text = RowText(scan.table, isFile: isFile)
    }

    /// Writes the next rows, in place of those that were read.
    func write() throws(DatabaseError) {
        text.removeAll()
        position = 0
        let columns = scan.table.columns.count
        while text.bytes.count < Self.pieceSize {
            guard let step = try scan.next() else {
                isComplete = true
                return
            }
            switch step {
            case .row(let row, let number): large.note(try text.append(row, columns: columns, budget: budget), number)
            case .pieces(let row, let number):
                large.note(try text.append(row, columns: columns, budget: budget), number)
            }
        }
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(DatabaseError) -> Int {
        if position == text.bytes.count, !isComplete { try write() }
        let count = buffer.fill(from: text.bytes, position)
        position += count
        if count == 0, !buffer.isEmpty { try tellDamage() }
        return count
    }

    /// - Throws: once, what of the table is lost.
    func tellDamage() throws(DatabaseError) {
        guard isComplete, !isDamageTold else { return }
        isDamageTold = true
        if let damage = scan.damage { throw damage }
    }
}
