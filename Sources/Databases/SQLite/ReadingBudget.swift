/// What the work on one database has cost, and may still cost.
final class ReadingBudget {
    private static let stepsForSchema = 1_000_000
    private static let stepsForTable = 1_000
    private static let steps = (forByte: 16, atLeast: 16_000_000)
    private static let bytes = (forByte: 128, atLeast: 64 << 20)

    private let shouldStop: () -> Bool
    private var steps = stepsForSchema
    private var bytes: Int

    /// What ended the work.
    private(set) var end: DatabaseError?

    /// - Parameter size: bytes of the database.
    init(size: Int, shouldStop: @escaping () -> Bool) {
        self.shouldStop = shouldStop
        bytes = Self.product(Self.bytes, size)
    }

    /// From now on the steps are those for the rows.
    ///
    /// - Parameter size: bytes of the database.
    func beginRows(size: Int) { steps = Self.product(Self.steps, size) }

    /// Counts steps of SQLite's virtual machine.
    ///
    /// - Returns: whether to go on.
    func allows(steps count: Int, limit: DatabaseLimit) -> Bool {
        guard end == nil else { return false }
        steps -= count
        if steps < 0 { end = .limit(limit) } else if shouldStop() { end = .stopped }
        return end == nil
    }

    /// Counts what a table costs without its rows.
    func beginTable() throws(DatabaseError) {
        guard !allows(steps: Self.stepsForTable, limit: .steps), let end else { return }
        throw end
    }

    /// Counts bytes that were made from those of the file.
    func spend(bytes count: Int) throws(DatabaseError) {
        if let end { throw end }
        bytes -= count
        guard bytes < 0 else { return }
        end = .limit(.bytes)
        throw .limit(.bytes)
    }

    private static func product(_ bound: (forByte: Int, atLeast: Int), _ size: Int) -> Int {
        let (product, overflows) = size.multipliedReportingOverflow(by: bound.forByte)
        let (sum, exceeds) = product.addingReportingOverflow(bound.atLeast)
        return overflows || exceeds ? .max : sum
    }
}
